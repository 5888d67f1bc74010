import { sql } from 'kysely';
import { intentionsOf } from '#bridge/mandates/lookup.ts';
import { standingOf, verdictOf, type Outcome, type Proof } from '#cockpit/proof/judging/index.ts';
import type { Scoped } from '#platform/db/index.ts';
import { historyOf } from '#workspace/audit/lookup.ts';
import { lineOf } from './rules.ts';
import type * as wire from './wire.ts';

export interface Reader {
  readonly today: string;
  readonly functions: readonly string[];
  /** Sees numbers of a few persons. */
  readonly seesFew: boolean;
}

type Cleared = NonNullable<wire.Happening['cleared']>;

async function clearingsOf(db: Scoped, proofId: string): Promise<ReadonlyMap<string, Cleared>> {
  const { rows } = await sql<{ event: string; why: string; by: string; at: Date }>`
    select clearing.event, clearing.why, person.name as by, clearing.at
    from proof_clearing as clearing
    join colleague on colleague.workspace_id = clearing.workspace_id and colleague.id = clearing.by_id
    join person on person.id = colleague.person_id
    where clearing.workspace_id = ${db.scope.workspaceId} and clearing.proof_id = ${proofId}`.execute(db.tx);
  return new Map(rows.map(({ event, why, by, at }) => [event, { why, by, at: at.toISOString() }]));
}

async function makerOf(db: Scoped, proofId: string): Promise<string | null> {
  const { rows } = await sql<{ name: string }>`
    select person.name from proof
    join colleague on colleague.workspace_id = proof.workspace_id and colleague.id = proof.made_by
    join person on person.id = colleague.person_id
    where proof.workspace_id = ${db.scope.workspaceId} and proof.id = ${proofId}`.execute(db.tx);
  return rows[0]?.name ?? null;
}

interface Shown extends Pick<wire.ProofView, 'figure' | 'since'> {
  readonly outcome: Outcome | null;
}

/** A proof with what it was made from so far; `since`: what its data would say today. */
export async function pageOf(
  db: Scoped,
  proof: Proof,
  { figure, outcome, since }: Shown,
  reader: Reader,
): Promise<wire.ProofView> {
  const cleared = await clearingsOf(db, proof.id);
  const line = lineOf(
    proof,
    standingOf(proof, reader.today),
    figure,
    await intentionsOf(db, proof.mandateId === null ? [] : [proof.mandateId]),
  );
  const isPilot = reader.functions.includes('pilot');
  const isOpen = proof.withdrawnAt === null && proof.verdict === null;
  return {
    ...line,
    ...toldIn(proof, outcome, new Set(cleared.keys())),
    ...writtenIn(proof),
    today: reader.today,
    madeBy: await makerOf(db, proof.id),
    weeks: outcome === null ? [] : weeksOf(outcome, reader),
    happenings: (outcome?.happenings ?? []).map((one) => ({ ...one, cleared: cleared.get(one.key) ?? null })),
    since,
    events: (await historyOf(db, 'proof', proof.id)).map(({ number, at, action, who }) => ({
      number,
      at: at.toISOString(),
      action,
      who,
    })),
    can: {
      withdraw: isPilot && isOpen,
      clear: isPilot && proof.withdrawnAt === null,
      seeDraw: proof.expects.design === 'draw' && reader.seesFew,
    },
  };
}

/** What was written, and when. */
function writtenIn({ expects, fingerprint, version, madeAt, judgedAt }: Proof) {
  return {
    version,
    base: expects.base,
    slice: { ...expects.slice },
    controls: [...expects.controls],
    consent: expects.consent ?? null,
    seed: expects.seed ?? null,
    fingerprint,
    mandateFingerprint: expects.mandate ?? null,
    madeAt: madeAt.toISOString(),
    judgedAt: judgedAt?.toISOString() ?? null,
  };
}

/** What is said of an effect: nothing before its verdict, so that nobody watches it come and go. */
function toldIn(proof: Proof, outcome: Outcome | null, cleared: ReadonlySet<string>) {
  if (proof.verdict === null || outcome === null) {
    return { reason: null, told: null, replay: null, moreWeeks: null, controlsLost: 0, arms: null };
  }
  const { told, replay, moreWeeks, controlsLost, arms } = outcome;
  const { reason } = verdictOf(outcome, proof.expects.design, cleared);
  return { reason, told, replay, moreWeeks, controlsLost, arms: arms ?? null };
}

function weeksOf({ weeks, before, path }: Outcome, { seesFew }: Reader): wire.ProofView['weeks'] {
  return weeks.map(({ from, value, isHidden }, n) => ({
    from,
    value: isHidden && !seesFew ? null : value,
    isHidden: isHidden && !seesFew,
    expected: path[n - before] ?? null,
  }));
}
