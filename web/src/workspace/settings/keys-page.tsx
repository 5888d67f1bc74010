import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { ReactNode, SubmitEvent } from 'react';
import type { KeyScope } from '#kernel/actor.ts';
import { api } from '#web/app/api.ts';
import { queryClient } from '#web/app/query.ts';
import { sayProblem } from '#web/app/say-problem.ts';
import { useHere } from '#web/app/session.ts';
import { useAct } from '#web/app/use-act.ts';
import { useFormat, useWords } from '#web/i18n/index.ts';
import { Button } from '#web/ui/button.tsx';
import { Card } from '#web/ui/card.tsx';
import { Checkbox } from '#web/ui/checkbox.tsx';
import { CopyButton } from '#web/ui/copy-button.tsx';
import { EmptyState } from '#web/ui/empty-state.tsx';
import { ErrorNote } from '#web/ui/error-note.tsx';
import { Field, Fieldset } from '#web/ui/field.tsx';
import { Page } from '#web/ui/page.tsx';
import { Skeleton } from '#web/ui/skeleton.tsx';
import type { Column } from '#web/ui/table.tsx';
import { Table } from '#web/ui/table.tsx';
import { TextInput } from '#web/ui/text-input.tsx';
import { ProblemRefusal } from '#web/workspace/entry/refusal.tsx';
import type { KeysPage as KeysView, MadeKey } from '#workspace/keys/wire.ts';

type Key = KeysView['items'][number];
const SCOPES = ['read', 'figures', 'import', 'members'] as const satisfies readonly KeyScope[];

/** Keys for programs: each does what its scopes say, and can be taken back. */
export function KeysPage(): ReactNode {
  const t = useWords();
  const format = useFormat();
  const { space } = useHere();
  const cacheKey = [space.slug, 'keys'];
  const keys = useQuery({ queryKey: cacheKey, queryFn: ({ signal }) => api.get<KeysView>('/keys', { signal }) });
  const [made, setMade] = useState<string>();
  const refresh = (): void => void queryClient.invalidateQueries({ queryKey: cacheKey });
  const columns: readonly Column<Key>[] = [
    { id: 'name', header: t('keys.name'), cell: (one) => <b>{one.name}</b> },
    {
      id: 'prefix',
      header: t('keys.prefix'),
      cell: (one) => <code className="font-mono">{one.prefix}…</code>,
      wideOnly: true,
    },
    {
      id: 'scopes',
      header: t('keys.scopes'),
      cell: (one) => one.scopes.map((scope) => t(`keys.scope.${scope}`)).join(', '),
    },
    {
      id: 'used',
      header: t('keys.used'),
      cell: (one) => (one.lastUsedAt === undefined ? t('keys.never') : format.instant(one.lastUsedAt)),
      wideOnly: true,
    },
    {
      id: 'acts',
      header: t('team.acts'),
      cell: (one) => (
        <Button
          onClick={() => void api.delete(`/keys/${one.id}`).then(refresh, (error: unknown) => sayProblem(error, t))}
        >
          {t('keys.revoke')}
        </Button>
      ),
    },
  ];
  return (
    <Page title={t('settings.keys')}>
      {keys.isPending && <Skeleton />}
      {keys.isError && <ErrorNote error={keys.error} onRetry={() => void keys.refetch()} />}
      {keys.data?.items.length === 0 && <EmptyState why={t('keys.none')} example={t('keys.none.example')} />}
      {keys.data !== undefined && keys.data.items.length > 0 && (
        <Table caption={t('settings.keys')} columns={columns} rows={keys.data.items} rowKey={(one) => one.id} />
      )}
      <NewKey
        onMade={(key) => {
          setMade(key);
          refresh();
        }}
      />
      {made !== undefined && (
        <div role="status" className="grid gap-2 rounded-md bg-field-wash px-3 py-2">
          <p>{t('keys.made')}</p>
          <p className="flex flex-wrap items-center gap-2">
            <code className="font-mono text-sm break-all">{made}</code>
            <CopyButton text={made} />
          </p>
        </div>
      )}
    </Page>
  );
}

function NewKey({ onMade }: { readonly onMade: (key: string) => void }): ReactNode {
  const t = useWords();
  const { busy, problem, run } = useAct();
  const [name, setName] = useState('');
  const [scopes, setScopes] = useState<readonly KeyScope[]>(['read']);
  const submit = (event: SubmitEvent): void => {
    event.preventDefault();
    run(async () => {
      onMade((await api.post<MadeKey>('/keys', { name, scopes })).key);
      setName('');
    });
  };
  return (
    <Card title={t('keys.new')}>
      <form onSubmit={submit} className="grid max-w-[44rem] gap-3">
        <ProblemRefusal problem={problem} />
        <Field label={t('keys.name')} hint={t('keys.name.hint')}>
          <TextInput required maxLength={80} value={name} onChange={(event) => setName(event.target.value)} />
        </Field>
        <Fieldset legend={t('keys.scopes')}>
          {SCOPES.map((scope) => (
            <Checkbox
              key={scope}
              label={t(`keys.scope.${scope}`)}
              hint={t(`keys.scope.${scope}.about`)}
              checked={scopes.includes(scope)}
              onChange={(on) => setScopes(on ? [...scopes, scope] : scopes.filter((one) => one !== scope))}
            />
          ))}
        </Fieldset>
        <Button type="submit" busy={busy} disabled={scopes.length === 0} className="justify-self-start">
          {t('keys.make')}
        </Button>
      </form>
    </Card>
  );
}
