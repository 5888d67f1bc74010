import type { Proof, Standing } from '#cockpit/proof/judging/index.ts';
import type * as wire from './wire.ts';

/** One proof as lists show it. */
export function lineOf(
  proof: Proof,
  { state, asExpected }: Standing,
  figure: wire.ProofLine['figure'],
  intentions: ReadonlyMap<string, string>,
): wire.ProofLine {
  const { expects, mandateId, verdict } = proof;
  const intention = mandateId === null ? undefined : intentions.get(mandateId);
  const { direction, size, sizeIn, matters, design } = expects;
  return {
    id: proof.id,
    title: proof.title,
    figure,
    direction,
    size,
    sizeIn,
    matters,
    of: figure.unit === 'share' || figure.unit === 'index' ? 'rates' : 'counts',
    design,
    startDay: proof.startDay,
    untilDay: proof.untilDay,
    dueDay: proof.dueDay,
    state,
    verdict,
    asExpected,
    withdrawnWhy: proof.withdrawnWhy,
    mandate: mandateId === null || intention === undefined ? null : { id: mandateId, intention },
  };
}
