import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { ReactNode } from 'react';
import type { ActionRow } from '#bridge/actions/wire.ts';
import { api } from '#web/app/api.ts';
import { useToday } from '#web/app/today.ts';
import { useAct } from '#web/app/use-act.ts';
import { useWords } from '#web/i18n/index.ts';
import { Button } from '#web/ui/button.tsx';
import { Dialog } from '#web/ui/dialog.tsx';
import { say } from '#web/ui/toast.tsx';
import { actionBodyOf, actionDraftOf } from './action-draft.ts';
import { ActionFields } from './action-fields.tsx';

interface ActionDialogProps {
  readonly ws: string;
  /** Absent: a new one, written down by hand. */
  readonly action?: ActionRow;
  readonly onClose: () => void;
}

/** Writes an act down, or corrects what it serves and how long it took. */
export function ActionDialog({ ws, action, onClose }: ActionDialogProps): ReactNode {
  const t = useWords();
  const today = useToday();
  const queries = useQueryClient();
  const { busy, problem, run } = useAct();
  const [draft, setDraft] = useState(actionDraftOf(action, today));
  const finish = async (words: string): Promise<void> => {
    say(words);
    onClose();
    await queries.invalidateQueries({ queryKey: [ws, 'actions'] });
    await queries.invalidateQueries({ queryKey: [ws, 'mandates'] });
  };
  const save = (): void =>
    run(async () => {
      const body = actionBodyOf(draft);
      if (action === undefined) await api.post('/actions', { ...body, kind: draft.kind, day: draft.day });
      else await api.patch(`/actions/${action.id}`, { ...body, version: action.version });
      await finish(t('actions.saved'));
    });
  const remove = (id: string): void =>
    run(async () => {
      await api.delete(`/actions/${id}`);
      await finish(t('actions.removed'));
    });
  return (
    <Dialog
      open
      onClose={onClose}
      title={t(action === undefined ? 'actions.log' : `actions.kind.${action.kind}`)}
      {...(action === undefined ? { lead: t('actions.log.lead') } : {})}
      actions={
        <>
          {action !== undefined && (
            <Button tone="danger" busy={busy} onClick={() => remove(action.id)} className="mr-auto">
              {t(action.message === null ? 'actions.remove' : 'actions.unsort')}
            </Button>
          )}
          <Button tone="quiet" onClick={onClose}>
            {t('mandates.cancel')}
          </Button>
          <Button tone="main" busy={busy} onClick={save}>
            {t('actions.save')}
          </Button>
        </>
      }
    >
      <ActionFields ws={ws} draft={draft} isNew={action === undefined} today={today} onChange={setDraft} />
      {problem !== undefined && (
        <p role="alert" className="mt-2 text-late">
          {problem.detail}
        </p>
      )}
    </Dialog>
  );
}
