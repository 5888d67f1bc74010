import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import type { SheetView, ValueView } from '#cockpit/value/telling/wire.ts';
import { useFormat, useWords } from '#web/i18n/index.ts';
import { Lead } from '#web/ui/card.tsx';
import { ErrorNote } from '#web/ui/error-note.tsx';
import { Skeleton } from '#web/ui/skeleton.tsx';
import { BreakEven } from './break-even.tsx';
import { History } from './history.tsx';
import { Levers } from './levers.tsx';
import { Lines } from './lines.tsx';
import { Scenarios } from './scenarios.tsx';
import { Templates } from './start.tsx';
import { Usual } from './usual.tsx';
import { resultsQuery } from './value-query.ts';
import type { Writing } from './value-page.tsx';
import { Verdict } from './verdict.tsx';

interface BodyProps {
  readonly ws: string;
  readonly value: ValueView;
  readonly sheet: SheetView;
  /** Absent: whoever reads may not write. */
  readonly onWrite: ((writing: Writing) => void) | undefined;
}

/** The model and what it comes to. */
export function Body({ ws, value, sheet, onWrite }: BodyProps): ReactNode {
  const t = useWords();
  const results = useQuery({ ...resultsQuery(ws, sheet.number), enabled: sheet.isWhole });
  const sums = sheet.isWhole ? results.data : undefined;
  const sides = (['in', 'out'] as const).map((side) => (
    <Lines
      key={side}
      ws={ws}
      sheet={sheet}
      results={sums}
      side={side}
      onEdit={onWrite && ((line) => onWrite({ is: 'editing', line }))}
      onAdd={onWrite && (() => onWrite({ is: 'choosing', side }))}
    />
  ));
  return (
    <>
      {value.isReviewDue && <Lead hue="bridge">{t('value.review.due', { days: value.reviewDays })}</Lead>}
      {!sheet.isWhole && <Lead>{t('value.not_whole')}</Lead>}
      {sheet.isWhole && results.isError && <ErrorNote error={results.error} onRetry={() => void results.refetch()} />}
      {sheet.isWhole && results.isPending && (
        <div role="status">
          <p className="mb-2 text-soft">{t('value.summing')}</p>
          <Skeleton />
        </div>
      )}
      {sums !== undefined && (
        <div className={results.isPlaceholderData ? 'grid gap-3.5 opacity-60' : 'grid gap-3.5'}>
          <Verdict sheet={sheet} results={sums} />
        </div>
      )}
      {sheet.lines.length === 0 && onWrite !== undefined && (
        <Templates
          streams={value.streams}
          sheet={sheet}
          side="in"
          onChoose={(stream) => onWrite({ is: 'adding', stream })}
        />
      )}
      {sides}
      {sums !== undefined && (
        <>
          <Levers sheet={sheet} results={sums} />
          <BreakEven sheet={sheet} results={sums} />
          <Scenarios
            sheet={sheet}
            results={sums}
            onEdit={onWrite && ((scenario) => onWrite({ is: 'scenario', scenario }))}
          />
        </>
      )}
      <Usual sheet={sheet} results={sums} />
      <Assumptions sheet={sheet} />
      <History ws={ws} sheet={sheet} />
    </>
  );
}

/** What every number above rests on. */
function Assumptions({ sheet }: { readonly sheet: SheetView }): ReactNode {
  const t = useWords();
  const format = useFormat();
  return (
    <p className="text-sm text-soft">
      {t('value.assumptions', {
        years: sheet.years,
        rate: format.percent(sheet.rate, 1),
        shape: t(`value.shape.${sheet.shape}`),
      })}
    </p>
  );
}
