import { useQueryClient } from '@tanstack/react-query';
import { X } from 'lucide-react';
import { useState } from 'react';
import type { SubmitEvent, ReactNode } from 'react';
import type { AffiliationView, MemberView, NewAffiliation } from '#community/members/wire.ts';
import { api } from '#web/app/api.ts';
import { sayProblem } from '#web/app/say-problem.ts';
import { useFormat, useWords } from '#web/i18n/index.ts';
import { Button, IconButton } from '#web/ui/button.tsx';
import { Card } from '#web/ui/card.tsx';
import { Field } from '#web/ui/field.tsx';
import { TextInput } from '#web/ui/text-input.tsx';

interface AffiliationsProps {
  readonly ws: string;
  readonly member: MemberView;
}

/** The organisations a member belonged to, and when. */
export function Affiliations({ ws, member }: AffiliationsProps): ReactNode {
  const t = useWords();
  const queries = useQueryClient();
  const [adding, setAdding] = useState(false);
  const act = async (work: () => Promise<unknown>): Promise<void> => {
    try {
      await work();
      setAdding(false);
    } catch (error) {
      sayProblem(error, t);
    }
    await queries.invalidateQueries({ queryKey: [ws, 'member', member.id] });
  };
  return (
    <Card title={t('members.affiliations')}>
      {member.affiliations.length === 0 && <p className="text-soft">{t('members.affiliations.none')}</p>}
      <ul>
        {member.affiliations.map((one) => (
          <li key={one.id} className="flex items-center gap-2">
            <span className="flex-1">
              <b>{one.organisation}</b> <Dates affiliation={one} />
            </span>
            {member.can.edit && (
              <IconButton
                label={t('members.affiliations.remove', { name: one.organisation })}
                icon={<X size={14} />}
                onClick={() => void act(() => api.delete(`/members/${member.id}/affiliations/${one.id}`))}
              />
            )}
          </li>
        ))}
      </ul>
      {member.can.edit && !adding && (
        <Button className="mt-2" onClick={() => setAdding(true)}>
          {t('members.affiliations.add')}
        </Button>
      )}
      {adding && (
        <AffiliationForm
          onSave={(value) => void act(() => api.post(`/members/${member.id}/affiliations`, value))}
          onCancel={() => setAdding(false)}
        />
      )}
    </Card>
  );
}

function Dates({ affiliation: { from, until } }: { readonly affiliation: AffiliationView }): ReactNode {
  const t = useWords();
  const format = useFormat();
  if (from === null && until === null) return null;
  if (from === null) return <small>{t('members.affiliations.until', { until: format.day(until ?? '') })}</small>;
  if (until === null) return <small>{t('members.affiliations.from', { from: format.day(from) })}</small>;
  return <small>{t('members.affiliations.between', { from: format.day(from), until: format.day(until) })}</small>;
}

interface AffiliationFormProps {
  readonly onSave: (value: NewAffiliation) => void;
  readonly onCancel: () => void;
}

function AffiliationForm({ onSave, onCancel }: AffiliationFormProps): ReactNode {
  const t = useWords();
  const [organisation, setOrganisation] = useState('');
  const [from, setFrom] = useState('');
  const [until, setUntil] = useState('');
  const isUpsideDown = from !== '' && until !== '' && from >= until;
  const submit = (event: SubmitEvent): void => {
    event.preventDefault();
    if (organisation.trim() === '' || isUpsideDown) return;
    onSave({ organisation: organisation.trim(), from: from === '' ? null : from, until: until === '' ? null : until });
  };
  return (
    <form onSubmit={submit} className="mt-2 grid gap-2">
      <Field label={t('members.affiliations.organisation')}>
        <TextInput value={organisation} maxLength={120} onChange={(event) => setOrganisation(event.target.value)} />
      </Field>
      <div className="grid grid-cols-2 gap-2">
        <Field label={t('members.affiliations.since')} optional>
          <TextInput type="date" value={from} onChange={(event) => setFrom(event.target.value)} />
        </Field>
        <Field
          label={t('members.affiliations.to')}
          optional
          error={isUpsideDown ? t('members.affiliations.upside_down') : undefined}
        >
          <TextInput type="date" value={until} onChange={(event) => setUntil(event.target.value)} />
        </Field>
      </div>
      <div className="flex justify-end gap-2">
        <Button tone="quiet" onClick={onCancel}>
          {t('members.cancel')}
        </Button>
        <Button type="submit">{t('members.save')}</Button>
      </div>
    </form>
  );
}
