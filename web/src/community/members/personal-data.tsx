import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { ReactNode } from 'react';
import type { Erasure, ErasureDone, PersonalData } from '#community/erasure/wire.ts';
import type { MemberView } from '#community/members/wire.ts';
import { api } from '#web/app/api.ts';
import { download } from '#web/app/download.ts';
import { sayProblem } from '#web/app/say-problem.ts';
import { useFormat, useWords } from '#web/i18n/index.ts';
import { Button } from '#web/ui/button.tsx';
import { Card } from '#web/ui/card.tsx';
import { Dialog } from '#web/ui/dialog.tsx';
import { Field } from '#web/ui/field.tsx';
import { Select } from '#web/ui/select.tsx';
import { TextInput } from '#web/ui/text-input.tsx';
import { say } from '#web/ui/toast.tsx';

interface PersonalDataProps {
  readonly ws: string;
  readonly member: MemberView;
}

/** What the house holds about one person: see it, take it away, erase it. */
export function PersonalDataCard({ ws, member }: PersonalDataProps): ReactNode {
  const t = useWords();
  const format = useFormat();
  const [erasing, setErasing] = useState(false);
  const held = useQuery({
    queryKey: [ws, 'member', member.id, 'personal-data'],
    queryFn: ({ signal }) => api.get<PersonalData>(`/members/${member.id}/personal-data`, { signal }),
  });
  const take = (kind: 'json' | 'csv') => (): void => {
    download(`/members/${member.id}/personal-data/export`, { format: kind }, `${member.id}.${kind}`).catch(
      (error: unknown) => sayProblem(error, t),
    );
  };
  return (
    <Card title={t('members.data')}>
      {held.data !== undefined && (
        <p className="mb-2 text-soft">
          {t('members.data.held', {
            identities: held.data.identities,
            messages: format.number(held.data.messages),
            mentions: format.number(held.data.mentions),
          })}
        </p>
      )}
      <div className="flex flex-wrap gap-2">
        <Button onClick={take('json')}>{t('members.data.json')}</Button>
        <Button onClick={take('csv')}>{t('members.data.csv')}</Button>
        <Button tone="danger" onClick={() => setErasing(true)}>
          {t('members.erase')}
        </Button>
      </div>
      {erasing && <EraseDialog ws={ws} member={member} onClose={() => setErasing(false)} />}
    </Card>
  );
}

interface EraseDialogProps extends PersonalDataProps {
  readonly onClose: () => void;
}

function EraseDialog({ ws, member, onClose }: EraseDialogProps): ReactNode {
  const t = useWords();
  const queries = useQueryClient();
  const [name, setName] = useState('');
  const [reason, setReason] = useState<Erasure['reason']>('asked_by_the_person');
  const [busy, setBusy] = useState(false);
  const erase = async (): Promise<void> => {
    setBusy(true);
    try {
      const done = await api.post<ErasureDone>(`/members/${member.id}/erase`, { name, reason } satisfies Erasure);
      onClose();
      say(
        t('members.erase.done', { messages: done.messages, mentions: done.mentions }),
        done.leftAsWords.length === 0
          ? {}
          : { detail: t('members.erase.left', { words: done.leftAsWords.join(', ') }) },
      );
      await queries.invalidateQueries({ queryKey: [ws] });
    } catch (error) {
      sayProblem(error, t);
      setBusy(false);
    }
  };
  return (
    <Dialog
      open
      onClose={onClose}
      title={t('members.erase.title')}
      lead={t('members.erase.lead')}
      actions={
        <>
          <Button tone="quiet" onClick={onClose}>
            {t('members.cancel')}
          </Button>
          <Button tone="danger" busy={busy} disabled={name.trim() !== member.name.trim()} onClick={() => void erase()}>
            {t('members.erase.confirm')}
          </Button>
        </>
      }
    >
      <div className="grid gap-3">
        <Field label={t('members.erase.reason')}>
          <Select
            value={reason}
            onChange={(value) => setReason(value as Erasure['reason'])}
            options={(['asked_by_the_person', 'not_needed_any_more', 'other'] as const).map((value) => ({
              value,
              label: t(`members.erase.reason.${value}`),
            }))}
          />
        </Field>
        <Field label={t('members.erase.type_name', { name: member.name })} hint={t('members.erase.type_name.hint')}>
          <TextInput value={name} autoComplete="off" onChange={(event) => setName(event.target.value)} />
        </Field>
      </div>
    </Dialog>
  );
}
