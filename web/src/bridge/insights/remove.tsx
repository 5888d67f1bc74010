import { useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import type { ReactNode } from 'react';
import type { InsightView } from '#bridge/insights/wire.ts';
import { api } from '#web/app/api.ts';
import { sayProblem } from '#web/app/say-problem.ts';
import { useWords } from '#web/i18n/index.ts';
import { Button } from '#web/ui/button.tsx';
import { Dialog } from '#web/ui/dialog.tsx';
import { say } from '#web/ui/toast.tsx';

/** Removes a draft that never was submitted, once that is confirmed; its signals wait to be sorted again. */
export function Remove({ ws, insight }: { readonly ws: string; readonly insight: InsightView }): ReactNode {
  const t = useWords();
  const navigate = useNavigate();
  const queries = useQueryClient();
  const [asking, setAsking] = useState(false);
  const remove = async (): Promise<void> => {
    try {
      await api.delete(`/insights/${insight.id}`, { query: { version: insight.version } });
      say(t('insights.removed'));
      await navigate({ to: '/$ws/insights', params: { ws } });
    } catch (error) {
      sayProblem(error, t);
    }
    await queries.invalidateQueries({ queryKey: [ws] });
  };
  return (
    <>
      <Button tone="quiet" onClick={() => setAsking(true)}>
        {t('insights.remove')}
      </Button>
      <Dialog
        open={asking}
        onClose={() => setAsking(false)}
        title={t('insights.remove.title')}
        lead={t('insights.remove.lead', { n: insight.signals.length })}
        actions={
          <>
            <Button tone="quiet" onClick={() => setAsking(false)}>
              {t('signals.cancel')}
            </Button>
            <Button tone="danger" onClick={() => void remove()}>
              {t('insights.remove')}
            </Button>
          </>
        }
      />
    </>
  );
}
