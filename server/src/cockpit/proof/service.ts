import { intentionsOf, unprovedMandates } from '#bridge/mandates/lookup.ts';
import { figureInBrief } from '#cockpit/figures/index.ts';
import { drawnNames } from '#cockpit/proof/draw/index.ts';
import type { ProofDeps } from '#cockpit/proof/expecting/index.ts';
import {
  allProofs,
  clearedOf,
  drawingOf,
  findOutcome,
  judgementOf,
  judgementsDue,
  proofById,
  sharesOf,
  sinceNow,
  standingOf,
  type Found,
  type Proof,
} from '#cockpit/proof/judging/index.ts';
import { dayIn } from '#kernel/day.ts';
import type { Language } from '#kernel/language.ts';
import type { Result } from '#kernel/result.ts';
import { no, yes } from '#kernel/result.ts';
import type { Scope } from '#kernel/scope.ts';
import type { Scoped } from '#platform/db/index.ts';
import { settingsOf } from '#workspace/spaces/lookup.ts';
import { lineOf } from './rules.ts';
import { pageOf, type Reader } from './views.ts';
import type { DrawView, ProofList, ProofView } from './wire.ts';

type Asking = Omit<Reader, 'today'> & { readonly language: Language };

async function todayIn(db: Scoped, { clock }: ProofDeps): Promise<string> {
  return dayIn((await settingsOf(db)).zone, clock.now());
}

/** Every proof. A verdict whose day has come is told, whether a round has kept it yet or not. */
export async function proofList(deps: ProofDeps, scope: Scope, asking: Asking): Promise<ProofList> {
  const today = await deps.database.inScope(scope, (db) => todayIn(db, deps));
  const due = await judgementsDue(deps, scope, today);
  return await deps.database.inScope(scope, async (db) => {
    const proofs = (await allProofs(db)).map((proof) => judgedBy(proof, due.get(proof.id)));
    const intentions = await intentionsOf(
      db,
      proofs.flatMap(({ mandateId }) => mandateId ?? []),
    );
    const shares = sharesOf(proofs);
    return {
      today,
      items: proofs.map((proof) =>
        lineOf(proof, standingOf(proof, today), figureInBrief(proof.expects.figure, asking.language), intentions),
      ),
      shares: [...shares],
      judged: shares.reduce((sum, { n }) => sum + n, 0),
      unproved: (await unprovedMandates(db)).map(({ id, intention, fromDay }) => ({ id, intention, fromDay })),
      can: { create: asking.functions.includes('pilot') },
    };
  });
}

/** A proof with the verdict it will be kept with; a verdict that was kept stays. */
function judgedBy(proof: Proof, judgement: ReturnType<typeof judgementOf> | undefined): Proof {
  if (judgement === undefined || proof.verdict !== null) return proof;
  const { verdict, outcome } = judgement;
  return { ...proof, verdict, outcome };
}

/** One proof. A verdict stays as it was kept; what the same weeks would say today is told beside it. */
export async function proofPage(
  deps: ProofDeps,
  scope: Scope,
  asking: Asking,
  id: string,
): Promise<Result<ProofView, 'http/not_found'>> {
  const { kept, today, cleared } = await deps.database.inScope(scope, async (db) => ({
    kept: await proofById(db, id),
    today: await todayIn(db, deps),
    cleared: await clearedOf(db, id),
  }));
  if (kept === undefined) return no('http/not_found');
  const found = kept.withdrawnAt === null ? await findOutcome(deps, scope, kept, today) : undefined;
  const now = found?.ok === true ? found.value : undefined;
  const proof = judgedBy(kept, now?.isRipe === true ? judgementOf(kept, now, cleared) : undefined);
  const figure = figureInBrief(proof.expects.figure, asking.language);
  const shown = { figure, ...shownNow(proof, now, cleared) };
  return yes(await deps.database.inScope(scope, (db) => pageOf(db, proof, shown, { ...asking, today })));
}

function shownNow(proof: Proof, now: Found | undefined, cleared: ReadonlySet<string>) {
  const since = now?.series === undefined ? null : sinceNow(proof, now.series, now.outcome, cleared);
  return { outcome: proof.outcome ?? now?.outcome ?? null, since };
}

/** Who is in the draw of a proof; of one that draws nobody, nobody. */
export async function drawPage(deps: ProofDeps, scope: Scope, id: string): Promise<Result<DrawView, 'http/not_found'>> {
  const proof = await deps.database.inScope(scope, (db) => proofById(db, id));
  if (proof === undefined) return no('http/not_found');
  if (proof.expects.design !== 'draw') return yes({ items: [] });
  return yes({ items: [...(await drawnNames(deps, scope, proof.expects.slice, drawingOf(proof)))] });
}
