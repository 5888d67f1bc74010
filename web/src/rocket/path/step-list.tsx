import { Check } from 'lucide-react';
import type { ReactNode } from 'react';
import type { StepView } from '#rocket/steps/wire.ts';
import { useWords } from '#web/i18n/index.ts';
import type { WordKey } from '#web/i18n/index.ts';
import { cx } from '#web/ui/cx.ts';
import { ToPage } from '#web/rocket/to-page.tsx';

interface StepListProps {
  readonly ws: string;
  /** Which of the two paths the words are of. */
  readonly of: 'step' | 'proof';
  readonly steps: readonly StepView[];
  /** Only the one to take now and the one after it. */
  readonly onlyNext?: boolean;
}

/** Steps in their order; whether one is done is seen in the data. */
export function StepList({ ws, of, steps, onlyNext = false }: StepListProps): ReactNode {
  const t = useWords();
  const next = steps.findIndex(({ done }) => !done);
  const shown = steps.map((step, place) => ({ ...step, place }));
  const chosen = onlyNext ? shown.filter(({ done }) => !done).slice(0, 2) : shown;
  return (
    <ol className="grid">
      {chosen.map(({ id, done, act, place }) => (
        <li
          key={id}
          className="grid grid-cols-[1.5rem_minmax(0,1fr)] gap-x-1 border-t border-line py-2 first:border-t-0"
        >
          {done ? (
            <Check aria-hidden size={15} className="mt-0.5 text-field" />
          ) : (
            <span
              aria-hidden
              className={cx('tabular-nums', place === next ? 'font-semibold text-bridge' : 'text-faint')}
            >
              {place + 1}
            </span>
          )}
          <div>
            <span className={cx(place === next && 'font-semibold', done && 'text-soft')}>
              {done ? (
                t(word(of, id))
              ) : (
                <ToPage ws={ws} path={act}>
                  {t(word(of, id))}
                </ToPage>
              )}
              <span className="sr-only"> : {t(done ? 'path.is_done' : 'path.is_open')}</span>
            </span>
            {(!onlyNext || place === next) && !done && <small className="block">{t(how(of, id))}</small>}
          </div>
        </li>
      ))}
    </ol>
  );
}

function word(of: 'step' | 'proof', id: string): WordKey {
  return of === 'step' ? `path.step.${id as 'listen'}` : `path.proof.${id as 'listen'}`;
}

function how(of: 'step' | 'proof', id: string): WordKey {
  return of === 'step' ? `path.step.${id as 'listen'}.how` : `path.proof.${id as 'listen'}.how`;
}
