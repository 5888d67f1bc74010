import type { ReactNode } from 'react';
import type { InsightView } from '#bridge/insights/wire.ts';
import { useFormat, useWords } from '#web/i18n/index.ts';
import { Card } from '#web/ui/card.tsx';
import { AskForm } from './ask-form.tsx';

interface AskCardProps {
  readonly ws: string;
  readonly insight: InsightView;
}

/** What is asked, of whom and by when: a form while it is a draft, a text from then on and on paper. */
export function AskCard({ ws, insight }: AskCardProps): ReactNode {
  const t = useWords();
  if (!insight.can.write) {
    return (
      <Card title={t('insights.ask')}>
        <Asked insight={insight} />
      </Card>
    );
  }
  return (
    <Card title={t('insights.ask')}>
      <div className="no-print">
        <AskForm ws={ws} insight={insight} />
      </div>
      <div className="only-print">
        <Asked insight={insight} />
      </div>
    </Card>
  );
}

function Asked({ insight }: { readonly insight: InsightView }): ReactNode {
  const t = useWords();
  const format = useFormat();
  const { ask, options, owner, outside, due } = insight;
  const who = owner?.name ?? outside?.name;
  return (
    <div className="grid gap-1.5">
      <p className="text-md">{ask ?? t('insights.ask.none')}</p>
      {options.length > 0 && (
        <ul className="list-disc pl-5">
          {options.map((option) => (
            <li key={option}>{option}</li>
          ))}
        </ul>
      )}
      {who !== undefined && <p className="text-soft">{t('insights.card.owner', { name: who })}</p>}
      {due !== null && <p className="text-soft">{t('insights.due.on', { day: format.day(due, 'long') })}</p>}
    </div>
  );
}
