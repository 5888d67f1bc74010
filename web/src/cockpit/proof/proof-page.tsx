import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { Printer } from 'lucide-react';
import { useState } from 'react';
import type { ReactNode } from 'react';
import type { ProofView, Slice } from '#cockpit/proof/wire.ts';
import { api } from '#web/app/api.ts';
import { SliceWords } from '#web/cockpit/course/slice-words.tsx';
import { WhyDialog } from '#web/cockpit/course/why-dialog.tsx';
import { useFormat, useLanguage, useWords } from '#web/i18n/index.ts';
import type { WordKey } from '#web/i18n/index.ts';
import { Button, IconButton, LinkButton } from '#web/ui/button.tsx';
import { Card } from '#web/ui/card.tsx';
import { Dots } from '#web/ui/dots.tsx';
import { ErrorNote } from '#web/ui/error-note.tsx';
import { Page } from '#web/ui/page.tsx';
import { Skeleton } from '#web/ui/skeleton.tsx';
import { say } from '#web/ui/toast.tsx';
import { When } from '#web/ui/when.tsx';
import { DrawCard } from './draw-card.tsx';
import { Happenings } from './happenings.tsx';
import { LeaningLines } from './leaning-lines.tsx';
import { ProofPicture } from './proof-picture.tsx';
import { proofQuery, useProofsChanged } from './proof-query.ts';
import { sizeText, usualText } from './say-proof.ts';
import { singles } from './slices.ts';
import { VerdictCard } from './verdict-card.tsx';

const route = getRouteApi('/$ws/proof/$proof');

/** One proof: the verdict in words, the picture, what was expected, what else happened. */
export function ProofPage(): ReactNode {
  const t = useWords();
  const { ws, proof: id } = route.useParams();
  const proof = useQuery(proofQuery(ws, useLanguage(), id));
  const { data } = proof;
  return (
    <Page
      title={data?.title ?? t('proof.one')}
      actions={
        <>
          <LinkButton tone="quiet" to="/$ws/proof" params={{ ws }}>
            {t('proof.all')}
          </LinkButton>
          <IconButton label={t('proof.print')} icon={<Printer size={16} />} onClick={() => window.print()} />
          {data?.can.withdraw === true && <Withdraw ws={ws} proof={data} />}
        </>
      }
    >
      {proof.isPending && <Skeleton />}
      {proof.isError && <ErrorNote error={proof.error} onRetry={() => void proof.refetch()} />}
      {data !== undefined && <Found ws={ws} proof={data} />}
    </Page>
  );
}

interface FoundProps {
  readonly ws: string;
  readonly proof: ProofView;
}

function Found({ ws, proof }: FoundProps): ReactNode {
  return (
    <>
      <VerdictCard proof={proof} />
      <ProofPicture proof={proof} />
      <div className="grid items-start gap-3.5 wide:grid-cols-2">
        <Written ws={ws} proof={proof} />
        <div className="grid min-w-0 gap-3.5">
          <ReplayCard proof={proof} />
          <LeaningLines ws={ws} proofId={proof.id} />
          <Happenings ws={ws} proof={proof} />
          {proof.can.seeDraw && <DrawCard ws={ws} id={proof.id} />}
          <Events proof={proof} />
        </div>
      </div>
    </>
  );
}

/** What was written before it began: never changed since, with its mark on the record. */
function Written({ ws, proof }: FoundProps): ReactNode {
  const speech = { t: useWords(), format: useFormat() };
  const { t, format } = speech;
  const { figure, slice, controls, startDay, untilDay, base, design, consent, mandate } = proof;
  const rows: readonly (readonly [WordKey, ReactNode])[] = [
    ['proof.field.figure', figure.name],
    ['proof.field.slice', <Part key="slice" ws={ws} slice={slice} />],
    ['proof.field.size', sizeText(proof, speech)],
    ['proof.field.base', usualText(figure, base, speech)],
    ['proof.field.days', t('proof.days', { from: format.day(startDay), until: format.day(untilDay) })],
    ['proof.field.design', t(`proof.design.${design}`)],
    ...(consent === null ? [] : [['proof.field.consent', consent] as const]),
    ...controls.map((one, n) => ['proof.field.control', <Part key={n} ws={ws} slice={one} />] as const),
  ];
  return (
    <Card title={t('proof.written')}>
      <dl className="grid gap-x-4 gap-y-1.5 wide:grid-cols-[9rem_minmax(0,1fr)]">
        {rows.map(([name, value], n) => (
          <div key={n} className="contents max-wide:grid">
            <dt className="text-soft">{t(name)}</dt>
            <dd className="min-w-0 break-words">{value}</dd>
          </div>
        ))}
        {mandate !== null && (
          <div className="contents max-wide:grid">
            <dt className="text-soft">{t('proof.field.mandate')}</dt>
            <dd>
              <Link to="/$ws/mandates/$mandate" params={{ ws, mandate: mandate.id }} className="link">
                {mandate.intention}
              </Link>
            </dd>
          </div>
        )}
      </dl>
      {proof.controlsLost > 0 && <p className="mt-1.5">{t('proof.controls_lost', { n: proof.controlsLost })}</p>}
      <small className="mt-1.5 block break-words">
        {t('proof.frozen', { day: format.dayOf(proof.madeAt, 'short'), who: proof.madeBy ?? t('proof.house') })}{' '}
        {t('proof.fingerprint', { hash: proof.fingerprint })}
      </small>
    </Card>
  );
}

function Part({ ws, slice }: { readonly ws: string; readonly slice: Slice }): ReactNode {
  const t = useWords();
  return Object.keys(slice).length === 0 ? t('course.slice.all') : <SliceWords ws={ws} slice={singles(slice)} />;
}

/** How often the same sum cries wolf where nothing is known to have happened. */
function ReplayCard({ proof: { replay } }: Pick<FoundProps, 'proof'>): ReactNode {
  const t = useWords();
  if (replay === null) return undefined;
  return (
    <Card title={t('proof.replay')}>
      <p>{replay.dates === 0 ? t('proof.replay.none') : t('proof.replay.told', replay)}</p>
      <table className="mt-1.5 text-sm tabular-nums">
        <tbody>
          {(
            [
              ['proof.replay.dates', replay.dates],
              ['proof.replay.called', replay.called],
            ] as const
          ).map(([name, n]) => (
            <tr key={name}>
              <th scope="row" className="pr-4 text-left font-normal text-soft">
                {t(name)}
              </th>
              <td className="text-right">{n}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </Card>
  );
}

function Events({ proof: { events } }: Pick<FoundProps, 'proof'>): ReactNode {
  const t = useWords();
  return (
    <Card title={t('proof.record')}>
      <ol className="grid gap-1.5">
        {events.map(({ number, at, action, who }) => (
          <li key={number} className="grid">
            <span>{t(`record.done.${action}` as WordKey)}</span>
            <small>
              <Dots>
                <When when={{ at }} />
                {who ?? t('proof.house')}
              </Dots>
            </small>
          </li>
        ))}
      </ol>
    </Card>
  );
}

function Withdraw({ ws, proof: { id, version } }: FoundProps): ReactNode {
  const t = useWords();
  const changed = useProofsChanged(ws);
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <Button onClick={() => setOpen(true)}>{t('proof.withdraw')}</Button>
      {isOpen && (
        <WhyDialog
          title={t('proof.withdraw')}
          lead={t('proof.withdraw.lead')}
          label={t('proof.withdraw.why')}
          act={t('proof.withdraw')}
          isDanger
          onClose={() => setOpen(false)}
          run={async (why) => {
            await api.post(`/proofs/${id}/withdraw`, { version, why });
            say(t('proof.withdrawn'));
            await changed();
          }}
        />
      )}
    </>
  );
}
