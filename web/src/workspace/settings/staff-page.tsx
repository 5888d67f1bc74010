import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { ReactNode, SubmitEvent } from 'react';
import type { StaffRules } from '#community/members/wire.ts';
import { api } from '#web/app/api.ts';
import { queryClient } from '#web/app/query.ts';
import { useHere } from '#web/app/session.ts';
import { useAct } from '#web/app/use-act.ts';
import { useWords } from '#web/i18n/index.ts';
import { Button } from '#web/ui/button.tsx';
import { ErrorNote } from '#web/ui/error-note.tsx';
import { Field } from '#web/ui/field.tsx';
import { Page } from '#web/ui/page.tsx';
import { Skeleton } from '#web/ui/skeleton.tsx';
import { TextArea } from '#web/ui/text-input.tsx';
import { say } from '#web/ui/toast.tsx';
import { ProblemRefusal } from '#web/workspace/entry/refusal.tsx';

/** Which members are of the house: they are kept apart in every figure. */
export function StaffPage(): ReactNode {
  const t = useWords();
  const { space } = useHere();
  const rules = useQuery({
    queryKey: [space.slug, 'staff-rules'],
    queryFn: ({ signal }) => api.get<StaffRules>('/staff-rules', { signal }),
  });
  return (
    <Page title={t('settings.staff')} width="text">
      <p className="text-soft">{t('staff.lead')}</p>
      {rules.isPending && <Skeleton />}
      {rules.isError && <ErrorNote error={rules.error} onRetry={() => void rules.refetch()} />}
      {rules.data !== undefined && <RulesForm rules={rules.data} />}
    </Page>
  );
}

function RulesForm({ rules }: { readonly rules: StaffRules }): ReactNode {
  const t = useWords();
  const { space } = useHere();
  const { busy, problem, run } = useAct();
  const [domains, setDomains] = useState(rules.domains.join('\n'));
  const [addresses, setAddresses] = useState(rules.addresses.join('\n'));
  const [handles, setHandles] = useState(rules.handles.join('\n'));
  const submit = (event: SubmitEvent): void => {
    event.preventDefault();
    run(async () => {
      const body: StaffRules = { domains: linesOf(domains), addresses: linesOf(addresses), handles: linesOf(handles) };
      const { changed } = await api.put<{ changed: number }>('/staff-rules', body);
      say(t('staff.saved', { n: changed }));
      await queryClient.invalidateQueries({ queryKey: [space.slug] });
    });
  };
  return (
    <form onSubmit={submit} className="grid gap-3">
      <ProblemRefusal problem={problem} />
      <Field label={t('staff.domains')} hint={t('staff.domains.hint')} optional>
        <TextArea value={domains} onChange={(event) => setDomains(event.target.value)} />
      </Field>
      <Field label={t('staff.addresses')} hint={t('staff.lines.hint')} optional>
        <TextArea value={addresses} onChange={(event) => setAddresses(event.target.value)} />
      </Field>
      <Field label={t('staff.handles')} hint={t('staff.lines.hint')} optional>
        <TextArea value={handles} onChange={(event) => setHandles(event.target.value)} />
      </Field>
      <Button type="submit" tone="main" busy={busy} className="justify-self-start">
        {t('settings.save')}
      </Button>
    </form>
  );
}

function linesOf(text: string): string[] {
  return text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
}
