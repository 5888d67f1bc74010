import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link, useNavigate } from '@tanstack/react-router';
import { Plus, Printer } from 'lucide-react';
import type { ReactNode } from 'react';
import type { ProofList } from '#cockpit/proof/wire.ts';
import { useShortcut } from '#web/app/shortcuts.ts';
import { useFormat, useLanguage, useWords } from '#web/i18n/index.ts';
import { IconButton, LinkButton } from '#web/ui/button.tsx';
import { Card } from '#web/ui/card.tsx';
import { EmptyState } from '#web/ui/empty-state.tsx';
import { ErrorNote } from '#web/ui/error-note.tsx';
import { Page } from '#web/ui/page.tsx';
import { Skeleton } from '#web/ui/skeleton.tsx';
import { ProofLine } from './proof-line.tsx';
import { proofsQuery } from './proof-query.ts';

const route = getRouteApi('/$ws/proof');

/** The proof notebook: every expectation that was written, whatever came of it. */
export function ProofsPage(): ReactNode {
  const t = useWords();
  const { ws } = route.useParams();
  const navigate = useNavigate();
  const proofs = useQuery(proofsQuery(ws, useLanguage()));
  const { data } = proofs;
  const mayWrite = data?.can.create === true;
  useShortcut('proofNew', () => void navigate({ to: '/$ws/proof/new', params: { ws } }), mayWrite);
  return (
    <Page
      title={t('proof.title')}
      actions={
        <>
          <IconButton label={t('proof.print')} icon={<Printer size={16} />} onClick={() => window.print()} />
          {mayWrite && (
            <LinkButton tone="main" to="/$ws/proof/new" params={{ ws }} keys="n">
              <Plus aria-hidden size={14} />
              {t('proof.new')}
            </LinkButton>
          )}
        </>
      }
    >
      <p className="max-w-[75ch] text-soft">{t('proof.lead')}</p>
      {proofs.isPending && <Skeleton />}
      {proofs.isError && <ErrorNote error={proofs.error} onRetry={() => void proofs.refetch()} />}
      {data !== undefined && <Listed ws={ws} list={data} />}
    </Page>
  );
}

interface ListedProps {
  readonly ws: string;
  readonly list: ProofList;
}

function Listed({ ws, list }: ListedProps): ReactNode {
  const t = useWords();
  const { items, unproved, can } = list;
  return (
    <>
      {list.judged > 0 && <Shares list={list} />}
      {items.length === 0 ? (
        <EmptyState why={t('proof.none')} example={t('proof.none.example')} />
      ) : (
        <ul className="rounded-lg border border-line bg-card">
          {items.map((proof) => (
            <ProofLine key={proof.id} ws={ws} proof={proof} />
          ))}
        </ul>
      )}
      {can.create && unproved.length > 0 && <Unproved ws={ws} mandates={unproved} />}
    </>
  );
}

/** How many of the verdicts said what: those that found nothing count as much. */
function Shares({ list: { shares, judged } }: Pick<ListedProps, 'list'>): ReactNode {
  const t = useWords();
  const format = useFormat();
  return (
    <Card title={t('proof.shares')} aside={t('proof.judged', { n: judged })}>
      <dl className="flex flex-wrap gap-x-8 gap-y-2">
        {shares.map(({ verdict, n }) => (
          <div key={verdict} className="grid">
            <dt className="text-sm text-soft">{t(`proof.verdict.${verdict}`)}</dt>
            <dd className="text-lg tabular-nums">
              {judged >= 20 ? format.percent(n / judged) : t('proof.n_of', { n, of: judged })}
            </dd>
          </div>
        ))}
      </dl>
    </Card>
  );
}

interface UnprovedProps {
  readonly ws: string;
  readonly mandates: ProofList['unproved'];
}

function Unproved({ ws, mandates }: UnprovedProps): ReactNode {
  const t = useWords();
  const format = useFormat();
  return (
    <div className="no-print">
      <Card title={t('proof.unproved')}>
        <ul className="grid gap-1.5">
          {mandates.map(({ id, intention, fromDay }) => (
            <li key={id} className="flex flex-wrap items-baseline gap-x-3">
              <span>{intention}</span>
              <small>{t('proof.from', { day: format.day(fromDay) })}</small>
              <Link to="/$ws/proof/new" params={{ ws }} search={{ mandate: id }} className="link">
                {t('proof.write_its')}
              </Link>
            </li>
          ))}
        </ul>
      </Card>
    </div>
  );
}
