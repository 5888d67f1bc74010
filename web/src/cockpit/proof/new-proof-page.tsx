import { useQuery } from '@tanstack/react-query';
import { getRouteApi, useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import type { ReactNode } from 'react';
import type { FigureCard } from '#cockpit/figures/wire.ts';
import type { Rehearsal as Found } from '#cockpit/proof/wire.ts';
import { api } from '#web/app/api.ts';
import { useToday } from '#web/app/today.ts';
import { useAct } from '#web/app/use-act.ts';
import { registryQuery } from '#web/cockpit/health/figures-query.ts';
import { useLanguage, useWords } from '#web/i18n/index.ts';
import { Button, LinkButton } from '#web/ui/button.tsx';
import { Card } from '#web/ui/card.tsx';
import { ErrorNote } from '#web/ui/error-note.tsx';
import { Page } from '#web/ui/page.tsx';
import { Skeleton } from '#web/ui/skeleton.tsx';
import { say } from '#web/ui/toast.tsx';
import { AroundFields } from './around-fields.tsx';
import { bodyOf, freshProof, type ProofDraft } from './draft.ts';
import { ExpectedFields } from './expected-fields.tsx';
import { proofsQuery, useProofsChanged } from './proof-query.ts';
import { Rehearsal } from './rehearsal.tsx';

const route = getRouteApi('/$ws/proof/new');

/** Writes what is expected, before it begins; first the design is tried on the weeks that are there. */
export function NewProofPage(): ReactNode {
  const t = useWords();
  const { ws } = route.useParams();
  const { mandate } = route.useSearch();
  const language = useLanguage();
  const registry = useQuery(registryQuery(ws, language));
  const proofs = useQuery(proofsQuery(ws, language));
  const asked = proofs.data?.unproved.find(({ id }) => id === mandate);
  return (
    <Page
      title={t('proof.new')}
      actions={
        <LinkButton tone="quiet" to="/$ws/proof" params={{ ws }}>
          {t('proof.all')}
        </LinkButton>
      }
    >
      <p className="max-w-[75ch] text-soft">
        {mandate === undefined ? t('proof.new.lead') : t('proof.new.mandate', { intention: asked?.intention ?? '…' })}
      </p>
      {registry.isPending && <Skeleton />}
      {registry.isError && <ErrorNote error={registry.error} onRetry={() => void registry.refetch()} />}
      {registry.data !== undefined && <Form ws={ws} figures={registry.data.items} mandate={mandate} />}
    </Page>
  );
}

interface FormProps {
  readonly ws: string;
  readonly figures: readonly FigureCard[];
  readonly mandate: string | undefined;
}

function Form({ ws, figures, mandate }: FormProps): ReactNode {
  const t = useWords();
  const navigate = useNavigate();
  const changed = useProofsChanged(ws);
  const { busy, problem, run } = useAct();
  const [draft, setDraft] = useState<ProofDraft>(freshProof(useToday()));
  const [found, setFound] = useState<Found>();
  const body = bodyOf(draft, figures, mandate);
  const change = (part: Partial<ProofDraft>): void => {
    setDraft({ ...draft, ...part });
    // What was tried was tried for something else.
    setFound(undefined);
  };
  const submit = (): void =>
    run(async () => {
      if (found === undefined) {
        setFound(await api.post<Found>('/proofs/rehearsal', body));
        return;
      }
      const { id } = await api.post<{ readonly id: string }>('/proofs', body);
      say(t('proof.kept'));
      await changed();
      await navigate({ to: '/$ws/proof/$proof', params: { ws, proof: id } });
    });
  return (
    <form
      className="grid max-w-3xl gap-3.5"
      onSubmit={(event) => {
        event.preventDefault();
        submit();
      }}
    >
      {mandate === undefined && <ExpectedFields ws={ws} draft={draft} figures={figures} change={change} />}
      <Card title={t('proof.around')}>
        <AroundFields ws={ws} draft={draft} change={change} />
      </Card>
      {found !== undefined && <Rehearsal found={found} draft={draft} isOfMandate={mandate !== undefined} />}
      {problem !== undefined && <ErrorNote error={problem} />}
      <div className="flex flex-wrap items-center gap-3">
        <Button tone="main" type="submit" busy={busy} disabled={body === undefined}>
          {t(found === undefined ? 'proof.try' : 'proof.write')}
        </Button>
        {body === undefined && <small>{t('proof.try.needs')}</small>}
      </div>
    </form>
  );
}
