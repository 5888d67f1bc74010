import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { ReactNode, SubmitEvent } from 'react';
import type { NoteDelivery } from '#bridge/decisions/wire.ts';
import type { DecisionView } from '#bridge/register/wire.ts';
import { api } from '#web/app/api.ts';
import { useToday } from '#web/app/today.ts';
import { useAct } from '#web/app/use-act.ts';
import { useWords } from '#web/i18n/index.ts';
import { Button } from '#web/ui/button.tsx';
import { Card } from '#web/ui/card.tsx';
import { Field } from '#web/ui/field.tsx';
import { TextArea, TextInput } from '#web/ui/text-input.tsx';
import { say } from '#web/ui/toast.tsx';
import { ProblemRefusal } from '#web/workspace/entry/refusal.tsx';

/** Saying that what was agreed is there: the day, what it is, where it can be seen. */
export function DeliverCard({ ws, one }: { readonly ws: string; readonly one: DecisionView }): ReactNode {
  const t = useWords();
  const queries = useQueryClient();
  const today = useToday();
  const { busy, problem, run } = useAct();
  const [form, setForm] = useState({ day: today, text: '', url: '' });
  const submit = (event: SubmitEvent): void => {
    event.preventDefault();
    run(async () => {
      const { day, text, url } = form;
      const body: NoteDelivery = { version: one.version, day, text, ...(url === '' ? {} : { url }) };
      await api.post(`/decisions/${one.id}/deliveries`, body);
      await queries.invalidateQueries({ queryKey: [ws] });
      say(t('decisions.deliver.done'));
    });
  };
  return (
    <Card title={t('decisions.deliver')}>
      <form onSubmit={submit} className="grid gap-3">
        <ProblemRefusal problem={problem} />
        <Field label={t('decisions.deliver.day')}>
          <TextInput
            type="date"
            required
            max={today}
            value={form.day}
            onChange={(event) => setForm({ ...form, day: event.target.value })}
            className="w-44"
          />
        </Field>
        <Field label={t('decisions.deliver.text')} hint={t('decisions.deliver.text.hint')}>
          <TextArea
            required
            maxLength={2000}
            value={form.text}
            onChange={(event) => setForm({ ...form, text: event.target.value })}
          />
        </Field>
        <Field label={t('decisions.deliver.url')} optional>
          <TextInput
            type="url"
            maxLength={2000}
            value={form.url}
            onChange={(event) => setForm({ ...form, url: event.target.value })}
          />
        </Field>
        <Button type="submit" busy={busy} className="justify-self-start">
          {t('decisions.deliver.do')}
        </Button>
      </form>
    </Card>
  );
}
