import type { ReactNode } from 'react';
import type { UnderstandingView } from '#community/understanding/correcting/wire.ts';
import { api } from '#web/app/api.ts';
import { useFormat, useWords } from '#web/i18n/index.ts';
import { Button } from '#web/ui/button.tsx';
import { isUnderWay, useUnderstanding } from './themes-query.ts';
import { useCorrect } from './use-correct.ts';

interface ReadingLineProps {
  readonly ws: string;
  /** When the facts of the figures beside it were taken. */
  readonly factsReadAt: string;
}

/** How far reading the texts is, and the way to have them read again. */
export function ReadingLine({ ws, factsReadAt }: ReadingLineProps): ReactNode {
  const t = useWords();
  const told = useUnderstanding(ws, factsReadAt);
  const correct = useCorrect(ws);
  if (told === undefined) return undefined;
  return (
    <div className="flex flex-wrap items-center justify-between gap-2 pt-2">
      <small aria-live="polite">
        <ReadingText told={told} />
      </small>
      {told.can.read && !isUnderWay(told) && (
        <Button tone="quiet" className="no-print" onClick={() => correct(() => api.post('/understanding'))}>
          {t('health-themes.read_again')}
        </Button>
      )}
    </div>
  );
}

function ReadingText({ told }: { readonly told: UnderstandingView }): ReactNode {
  const t = useWords();
  const format = useFormat();
  const { state, step, read, total, finishedAt } = told;
  if (state === 'never') return t('health-themes.reading.never');
  if (state === 'waiting') return t('health-themes.reading.waiting');
  if (state === 'under_way') {
    const counts = { read: format.number(read, 0), total: format.number(total, 0) };
    return t(`health-themes.reading.${step ?? 'listening'}`, counts);
  }
  return t('health-themes.reading.done', {
    n: format.number(total, 0),
    at: finishedAt === null ? '' : format.instant(finishedAt),
  });
}
