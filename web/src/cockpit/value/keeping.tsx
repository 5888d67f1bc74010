import type { ReactNode } from 'react';
import { useAct } from '#web/app/use-act.ts';
import { useWords } from '#web/i18n/index.ts';
import { Button } from '#web/ui/button.tsx';
import { say } from '#web/ui/toast.tsx';
import { useValueChanged } from './value-query.ts';

interface Keeping extends Pick<ReturnType<typeof useAct>, 'busy' | 'problem'> {
  /** Does the work, says that the model is kept, and closes. */
  readonly keep: (work: () => Promise<unknown>) => void;
}

/** Keeping a part of the model from its dialog. */
export function useKeeping(ws: string, onClose: () => void): Keeping {
  const t = useWords();
  const changed = useValueChanged(ws);
  const { busy, problem, run } = useAct();
  const keep = (work: () => Promise<unknown>): void =>
    run(async () => {
      await work();
      await changed();
      say(t('value.saved'));
      onClose();
    });
  return { busy, problem, keep };
}

interface KeepActionsProps {
  readonly form: string;
  readonly busy: boolean;
  readonly disabled: boolean;
  readonly onClose: () => void;
  /** Takes away what is there already; absent: it is new, or stays. */
  readonly remove?: { readonly label: string; readonly onClick: () => void } | undefined;
}

/** Take away, cancel, save. */
export function KeepActions({ form, busy, disabled, onClose, remove }: KeepActionsProps): ReactNode {
  const t = useWords();
  return (
    <>
      {remove !== undefined && (
        <Button tone="danger" className="mr-auto" busy={busy} onClick={remove.onClick}>
          {remove.label}
        </Button>
      )}
      <Button onClick={onClose}>{t('value.cancel')}</Button>
      <Button tone="main" type="submit" form={form} busy={busy} disabled={disabled}>
        {t('value.save')}
      </Button>
    </>
  );
}
