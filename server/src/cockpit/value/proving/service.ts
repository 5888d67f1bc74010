import { figureById, figureInBrief } from '#cockpit/figures/index.ts';
import { evidenceOf } from '#cockpit/proof/lookup.ts';
import type { ProofVerdict } from '#cockpit/proof/lookup.ts';
import type { Language } from '#kernel/language.ts';
import type { Result } from '#kernel/result.ts';
import { no, yes } from '#kernel/result.ts';
import type { Scope } from '#kernel/scope.ts';
import type { Database } from '#platform/db/index.ts';
import { isTooNarrow, shareOf } from './rules.ts';
import type { Lack, Share } from './rules.ts';

export interface ProvingDeps {
  readonly database: Database;
}

/** A proof as a number leans on it: its verdict then, and the share that follows from it. */
export interface ProofLeantOn extends Share {
  readonly id: string;
  readonly title: string;
  readonly verdict: ProofVerdict;
}

export type ProofCode =
  | 'http/not_found'
  | 'value/proof_withdrawn'
  | 'value/proof_unjudged'
  | 'value/proof_no_share'
  | 'value/narrower_than_proof';

/** The proof a range leans on. One without a verdict, or one that cannot tell under a narrower range, is refused. */
export function leanOnProof(
  { database }: ProvingDeps,
  scope: Scope,
  id: string,
  given: Pick<Share, 'low' | 'high'>,
): Promise<Result<ProofLeantOn, ProofCode>> {
  return database.inScope(scope, async (db) => {
    const [proof] = await evidenceOf(db, id);
    if (proof === undefined) return no('http/not_found');
    const { title, verdict, dueDay: day } = proof;
    if (proof.isWithdrawn) return no('value/proof_withdrawn', { title });
    if (verdict === null) return no('value/proof_unjudged', { title, day });
    const share = shareOf(proof, figureById(proof.figure)?.unit ?? 'count');
    if (typeof share === 'string') return no('value/proof_no_share', { title, why: share });
    if (isTooNarrow(given, verdict, share)) return no('value/narrower_than_proof', { title, ...percentOf(share) });
    return yes({ id, title, verdict, ...share });
  });
}

function percentOf({ low, high }: Share): { readonly low: number; readonly high: number } {
  const percent = (share: number): number => Math.round(share * 1000) / 10;
  return { low: percent(low), high: percent(high) };
}

export interface ProofOffered {
  readonly id: string;
  readonly title: string;
  readonly figure: string;
  readonly verdict: ProofVerdict;
  readonly share: Share | null;
  /** Why it gives no share. */
  readonly lack: Lack | null;
}

/** Every proof with its verdict, and the share it gives, or why it gives none. */
export function proofsOffered(
  { database }: ProvingDeps,
  scope: Scope,
  language: Language,
): Promise<readonly ProofOffered[]> {
  return database.inScope(scope, async (db) =>
    (await evidenceOf(db)).flatMap((proof) => {
      const { id, title, verdict } = proof;
      if (verdict === null) return [];
      const { name: figure, unit } = figureInBrief(proof.figure, language);
      const found = shareOf(proof, unit);
      const told = typeof found === 'string' ? { share: null, lack: found } : { share: found, lack: null };
      return [{ id, title, figure, verdict, ...told }];
    }),
  );
}
