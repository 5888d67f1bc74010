import type { ReactNode } from 'react';
import type { FigureAnswer, FigureValue } from '#cockpit/figures/wire.ts';
import { useFormat, useWords } from '#web/i18n/index.ts';
import { Card } from '#web/ui/card.tsx';
import { cx } from '#web/ui/cx.ts';
import type { Days } from './days.ts';
import { intervalText, ofText, shortText, windowText } from './say-figure.ts';
import type { Speech } from './say-figure.ts';

interface SideBySideProps {
  readonly answer: FigureAnswer;
  /** What leads to other counts of the same. */
  readonly differs: ReactNode;
}

/** The value, that of the window before, that of a year before, each with its interval and what can be said. */
export function SideBySide({ answer, differs }: SideBySideProps): ReactNode {
  const t = useWords();
  const { value, window, previous, yearAgo } = answer;
  // Over a whole year both are the same days: said once.
  const isSame = previous !== null && previous.window.from === yearAgo?.window.from;
  const before = [
    { title: t('health.previous'), found: previous },
    { title: t('health.year_ago'), found: isSame ? null : yearAgo },
  ] as const;
  return (
    <>
      <Card title={t('health.now')}>
        <ValueOf answer={answer} value={value} window={window} large />
        {differs}
      </Card>
      {before.map(
        ({ title, found }) =>
          found !== null && (
            <Card key={title} title={title}>
              <ValueOf answer={answer} value={found.value} window={found.window} />
              <p className="pt-1 text-sm text-soft">{found.sentence}</p>
            </Card>
          ),
      )}
    </>
  );
}

interface ValueOfProps {
  readonly answer: FigureAnswer;
  readonly value: FigureValue;
  readonly window: Days;
  readonly large?: boolean;
}

function ValueOf({ answer: { figure }, value, window, large = false }: ValueOfProps): ReactNode {
  const speech: Speech = { t: useWords(), format: useFormat() };
  const interval = intervalText(figure, value, speech);
  const of = value.state === 'value' ? ofText(figure, value, speech) : undefined;
  const isGrey = value.state !== 'value';
  return (
    <>
      <p className="flex flex-wrap items-baseline gap-x-2">
        <span
          className={cx(
            'font-[650] tracking-[-0.01em] tabular-nums',
            large ? 'text-2xl' : 'text-lg',
            isGrey && 'text-soft',
          )}
        >
          {shortText(figure, value, speech)}
        </span>
        {!isGrey && <small>{speech.t(`health.unit.${figure.unit}`)}</small>}
      </p>
      {interval !== undefined && <p className="text-sm text-soft">{interval}</p>}
      {of !== undefined && <p className="text-sm text-soft">{of}</p>}
      <p className="text-sm text-faint">{windowText(window, speech)}</p>
    </>
  );
}
