import { useQuery, useQueryClient } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { Printer } from 'lucide-react';
import type { ReactNode } from 'react';
import type { CharterView } from '#rocket/charter/wire.ts';
import { api } from '#web/app/api.ts';
import { useUrlState } from '#web/app/url-state.ts';
import { useAct } from '#web/app/use-act.ts';
import { useFormat, useWords } from '#web/i18n/index.ts';
import { Button, IconButton, LinkButton } from '#web/ui/button.tsx';
import { Card } from '#web/ui/card.tsx';
import { EmptyState } from '#web/ui/empty-state.tsx';
import { ErrorNote } from '#web/ui/error-note.tsx';
import { Page } from '#web/ui/page.tsx';
import { Segmented } from '#web/ui/segmented.tsx';
import { Skeleton } from '#web/ui/skeleton.tsx';
import { say } from '#web/ui/toast.tsx';
import { charterQuery, checkQuery } from '#web/rocket/rocket-query.ts';
import { Matrix } from './matrix.tsx';

const route = getRouteApi('/$ws/charter');

/** Who holds what, said by the charter and seen in the record. */
export function CharterPage(): ReactNode {
  const t = useWords();
  const { ws } = route.useParams();
  const charter = useQuery(charterQuery(ws));
  return (
    <Page
      title={t('charter.title')}
      actions={
        <>
          <IconButton label={t('check.print')} icon={<Printer size={16} />} onClick={() => window.print()} />
          <LinkButton to="/$ws/charter/job" params={{ ws }}>
            {t('charter.jobs')}
          </LinkButton>
        </>
      }
    >
      <p className="max-w-[80ch] text-soft">{t('charter.lead')}</p>
      {charter.isPending && <Skeleton />}
      {charter.isError && <ErrorNote error={charter.error} onRetry={() => void charter.refetch()} />}
      {charter.data !== undefined && <Held ws={ws} charter={charter.data} />}
    </Page>
  );
}

function Held({ ws, charter }: { readonly ws: string; readonly charter: CharterView }): ReactNode {
  const t = useWords();
  const format = useFormat();
  const [view, setView] = useUrlState();
  const by = view['by'] === 'person' ? 'person' : 'function';
  const gaps = charter.items.filter(({ issues }) => issues.includes('nobody')).length;
  const overlaps = charter.items.filter(({ issues }) => issues.includes('several_answer')).length;
  return (
    <>
      {charter.isBlank && <Blank ws={ws} mayTake={charter.can.set} />}
      <div className="flex flex-wrap items-center justify-between gap-3">
        <p role="status">
          <b>{t('charter.count', { n: charter.items.length, gaps, overlaps })}</b>{' '}
          <span className="text-soft">{t('charter.seen.since', { day: format.day(charter.window.from) })}</span>
        </p>
        <span className="no-print">
          <Segmented
            label={t('charter.by')}
            value={by}
            onChange={(next) => setView({ by: next === 'person' ? 'person' : undefined })}
            choices={[
              { value: 'function', label: t('charter.by.function') },
              { value: 'person', label: t('charter.by.person') },
            ]}
          />
        </span>
      </div>
      <Matrix ws={ws} charter={charter} by={by} />
      <p className="no-print text-sm text-soft">{t(charter.can.set ? 'charter.keys' : 'charter.letters')}</p>
      <Titles ws={ws} titles={charter.titles} />
    </>
  );
}

function Blank({ ws, mayTake }: { readonly ws: string; readonly mayTake: boolean }): ReactNode {
  const t = useWords();
  const queries = useQueryClient();
  const { busy, problem, run } = useAct();
  const take = (): void =>
    run(async () => {
      await api.post('/charter/proposal', {});
      await Promise.all([queries.invalidateQueries(charterQuery(ws)), queries.invalidateQueries(checkQuery(ws))]);
      say(t('charter.taken'));
    });
  return (
    <EmptyState
      why={t('charter.blank')}
      example={problem?.detail ?? t('charter.blank.example')}
      action={
        mayTake && (
          <Button tone="main" busy={busy} onClick={take}>
            {t('charter.take')}
          </Button>
        )
      }
    />
  );
}

/** What the house calls its people: titles are no rights, they stand for functions. */
function Titles({ ws, titles }: { readonly ws: string; readonly titles: CharterView['titles'] }): ReactNode {
  const t = useWords();
  return (
    <Card title={t('charter.titles')}>
      {titles.length === 0 && <p className="text-soft">{t('charter.titles.none')}</p>}
      <ul>
        {titles.map(({ name, functions }) => (
          <li key={name}>
            <b>{name}</b> <small>{functions.map((one) => t(`team.function.${one}`)).join(', ')}</small>
          </li>
        ))}
      </ul>
      <LinkButton to="/$ws/settings/team" params={{ ws }} className="no-print mt-2">
        {t('charter.titles.change')}
      </LinkButton>
    </Card>
  );
}
