import { useState } from 'react';
import type { ReactNode } from 'react';
import { useWords } from '#web/i18n/index.ts';
import type { Series } from './chart-path.ts';
import { cx } from './cx.ts';
import { DefinitionDrawer } from './definition-drawer.tsx';
import type { Definition } from './definition-drawer.tsx';
import { Sparkline } from './sparkline.tsx';

/** A figure, or the reason why there is none. Zero is a figure; the unknown is not zero. */
export type FigureValue =
  | {
      readonly kind: 'value';
      readonly text: string;
      readonly note?: string;
      readonly change?: { readonly text: string; readonly tone: 'good' | 'bad' | 'plain' };
    }
  | { readonly kind: 'few'; readonly n: number }
  | { readonly kind: 'unavailable' };

interface FigureTileProps {
  readonly name: string;
  /** Unit or window, at the right of the name: `28 j`, `médiane`. */
  readonly aside?: string;
  readonly value: FigureValue;
  readonly trend?: Series;
  readonly target?: number;
  /** What to think of it, in one sentence: `en hausse, au-delà du hasard`. */
  readonly sentence: ReactNode;
  readonly definition?: Definition;
}

const CHANGES = { good: 'text-field', bad: 'text-late', plain: 'text-soft' };

/** One figure of the panel: its name opens its definition, the sentence says whether it changed. */
export function FigureTile({ name, aside, value, trend, target, sentence, definition }: FigureTileProps): ReactNode {
  const t = useWords();
  const [open, setOpen] = useState(false);
  return (
    <section className="flex min-w-0 flex-col rounded-lg border border-line bg-card px-3.5 py-3 break-inside-avoid">
      <header className="flex items-baseline justify-between gap-3">
        <h2 className="min-w-0">
          {definition === undefined ? (
            name
          ) : (
            <button
              type="button"
              title={t('ui.figure.open', { name })}
              onClick={() => setOpen(true)}
              className="link rounded-sm text-left decoration-dotted pointer-coarse:py-1.5"
            >
              {name}
            </button>
          )}
        </h2>
        {aside !== undefined && <small className="shrink-0">{aside}</small>}
      </header>
      <Value value={value} />
      {trend !== undefined && value.kind === 'value' && (
        <div className="py-1.5">
          <Sparkline values={trend} {...(target === undefined ? {} : { target })} />
        </div>
      )}
      <p className="mt-auto pt-1 text-sm text-soft">{sentence}</p>
      {definition !== undefined && (
        <DefinitionDrawer definition={definition} open={open} onClose={() => setOpen(false)} />
      )}
    </section>
  );
}

function Value({ value }: { readonly value: FigureValue }): ReactNode {
  const t = useWords();
  if (value.kind !== 'value') {
    return (
      <p className="pt-1 text-md font-semibold text-soft">
        {value.kind === 'few' ? t('ui.figure.few', { n: value.n }) : t('ui.figure.unavailable')}
      </p>
    );
  }
  return (
    <p className="flex flex-wrap items-baseline gap-x-1.5">
      <span className="text-2xl font-[650] tracking-[-0.02em] [word-spacing:0.08em]">{value.text}</span>
      {value.change !== undefined && (
        <span className={cx('font-medium', CHANGES[value.change.tone])}>{value.change.text}</span>
      )}
      {value.note !== undefined && <small>{value.note}</small>}
    </p>
  );
}
