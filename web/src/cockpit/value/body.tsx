import { useQuery } from '@tanstack/react-query';
import type { UseQueryResult } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import type { ResultsView } from '#cockpit/value/results/wire.ts';
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
export function Body(props: BodyProps): ReactNode {
  const t = useWords();
  const { ws, value, sheet, onWrite } = props;
  const results = useQuery({ ...resultsQuery(ws, sheet.number), enabled: sheet.isWhole });
  const sums = sheet.isWhole ? results.data : undefined;
  return (
    <>
      {value.isReviewDue && <Lead hue="bridge">{t('value.review.due', { days: value.reviewDays })}</Lead>}
      {sheet.isWhole ? (
        <Answer sheet={sheet} results={results} />
      ) : (
        <Unfinished value={value} sheet={sheet} onWrite={onWrite} />
      )}
      {SIDES.map((side) => (
        <Lines
          key={side}
          ws={ws}
          sheet={sheet}
          results={sums}
          side={side}
          onEdit={onWrite && ((line) => onWrite({ is: 'editing', line }))}
          onAdd={onWrite && (() => onWrite({ is: 'choosing', side }))}
        />
      ))}
      {sums !== undefined && <Further sheet={sheet} results={sums} onWrite={onWrite} />}
      <Usual sheet={sheet} results={sums} />
      <Assumptions sheet={sheet} />
      <History ws={ws} sheet={sheet} />
    </>
  );
}

const SIDES = ['in', 'out'] as const;

interface AnswerProps {
  readonly sheet: SheetView;
  readonly results: UseQueryResult<ResultsView>;
}

/** The answer, or that it is on its way; the one before stays in sight meanwhile. */
function Answer({ sheet, results }: AnswerProps): ReactNode {
  const t = useWords();
  if (results.data !== undefined)
    return (
      <div className={results.isPlaceholderData ? 'opacity-60' : undefined}>
        <Verdict sheet={sheet} results={results.data} />
      </div>
    );
  if (results.isError) return <ErrorNote error={results.error} onRetry={() => void results.refetch()} />;
  return (
    <div role="status">
      <p className="mb-2 text-soft">{t('value.summing')}</p>
      <Skeleton />
    </div>
  );
}

/** What is missing before there can be an answer; at the very start, every stream there is. */
function Unfinished({ value, sheet, onWrite }: Omit<BodyProps, 'ws'>): ReactNode {
  const t = useWords();
  return (
    <>
      <Lead>{t('value.not_whole')}</Lead>
      {sheet.lines.length === 0 && onWrite !== undefined && (
        <Templates
          streams={value.streams}
          sheet={sheet}
          side="in"
          onChoose={(stream) => onWrite({ is: 'adding', stream })}
        />
      )}
    </>
  );
}

interface FurtherProps extends Pick<BodyProps, 'sheet' | 'onWrite'> {
  readonly results: ResultsView;
}

function Further({ sheet, results, onWrite }: FurtherProps): ReactNode {
  return (
    <>
      <Levers sheet={sheet} results={results} />
      <BreakEven sheet={sheet} results={results} />
      <Scenarios
        sheet={sheet}
        results={results}
        onEdit={onWrite && ((scenario) => onWrite({ is: 'scenario', scenario }))}
      />
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
