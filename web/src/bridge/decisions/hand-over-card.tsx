import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { ReactNode, SubmitEvent } from 'react';
import type { HandOver } from '#bridge/decisions/wire.ts';
import type { DecisionView } from '#bridge/register/wire.ts';
import { api } from '#web/app/api.ts';
import { useToday } from '#web/app/today.ts';
import { useAct } from '#web/app/use-act.ts';
import { useWords } from '#web/i18n/index.ts';
import { Button } from '#web/ui/button.tsx';
import { Card } from '#web/ui/card.tsx';
import { Field } from '#web/ui/field.tsx';
import { Select } from '#web/ui/select.tsx';
import { TextInput } from '#web/ui/text-input.tsx';
import { say } from '#web/ui/toast.tsx';
import { ProblemRefusal } from '#web/workspace/entry/refusal.tsx';
import type { TeamPage } from '#workspace/team/wire.ts';

/** Giving a decision to somebody else, a colleague or somebody outside, by another day. Folded until it is wanted. */
export function HandOverCard({ ws, one }: { readonly ws: string; readonly one: DecisionView }): ReactNode {
  const t = useWords();
  const [open, setOpen] = useState(false);
  return (
    <Card title={t('decisions.hand')}>
      {open ? (
        <HandOverForm ws={ws} one={one} onDone={() => setOpen(false)} />
      ) : (
        <div className="grid justify-items-start gap-2">
          <p className="text-soft">{t('decisions.hand.lead')}</p>
          <Button onClick={() => setOpen(true)}>{t('decisions.hand.open')}</Button>
        </div>
      )}
    </Card>
  );
}

const OUTSIDE = 'outside';

interface FormProps {
  readonly ws: string;
  readonly one: DecisionView;
  readonly onDone: () => void;
}

function HandOverForm({ ws, one, onDone }: FormProps): ReactNode {
  const t = useWords();
  const queries = useQueryClient();
  const today = useToday();
  const { busy, problem, run } = useAct();
  const team = useQuery({
    queryKey: [ws, 'team'],
    queryFn: ({ signal }) => api.get<TeamPage>('/team', { signal }),
  });
  const [form, setForm] = useState({ owner: OUTSIDE, name: '', email: '', due: one.due ?? today });
  const deciders = (team.data?.items ?? []).filter(({ functions }) =>
    functions.some((held) => held === 'owner' || held === 'pilot'),
  );
  const submit = (event: SubmitEvent): void => {
    event.preventDefault();
    run(async () => {
      const { owner, name, email, due } = form;
      const to = owner === OUTSIDE ? { outside: { name, email } } : { ownerId: owner };
      await api.post(`/decisions/${one.id}/owner`, { version: one.version, due, to } satisfies HandOver);
      await queries.invalidateQueries({ queryKey: [ws] });
      say(t('decisions.hand.done'));
      onDone();
    });
  };
  return (
    <form onSubmit={submit} className="grid gap-3">
      <ProblemRefusal problem={problem} />
      <Field label={t('decisions.hand.to')}>
        <Select
          value={form.owner}
          onChange={(owner) => setForm({ ...form, owner })}
          options={[
            ...deciders.map(({ id, name }) => ({ value: id, label: name })),
            { value: OUTSIDE, label: t('decisions.filter.outside') },
          ]}
        />
      </Field>
      {form.owner === OUTSIDE && (
        <>
          <Field label={t('decisions.hand.name')}>
            <TextInput
              required
              maxLength={120}
              value={form.name}
              onChange={(event) => setForm({ ...form, name: event.target.value })}
            />
          </Field>
          <Field label={t('decisions.hand.email')} hint={t('decisions.hand.email.hint')}>
            <TextInput
              type="email"
              required
              maxLength={254}
              value={form.email}
              onChange={(event) => setForm({ ...form, email: event.target.value })}
            />
          </Field>
        </>
      )}
      <Field label={t('decisions.hand.due')}>
        <TextInput
          type="date"
          required
          min={today}
          value={form.due}
          onChange={(event) => setForm({ ...form, due: event.target.value })}
          className="w-44"
        />
      </Field>
      <div className="flex flex-wrap gap-2">
        <Button type="submit" busy={busy}>
          {t('decisions.hand.do')}
        </Button>
        <Button tone="quiet" onClick={onDone}>
          {t('decisions.hand.cancel')}
        </Button>
      </div>
    </form>
  );
}
