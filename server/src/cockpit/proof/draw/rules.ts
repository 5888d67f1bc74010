import { createHash } from 'node:crypto';
import type { ArmCount, Drawn, Newcomer } from './model.ts';

/**
 * The group of a newcomer: one bit of SHA-256 over the seed, which was written before, and his id. Whoever holds both can
 * draw again and finds the same.
 */
export function armOf(seed: string, memberId: string): Drawn['arm'] {
  const [first = 0] = createHash('sha256').update(`${seed} ${memberId}`).digest();
  return first % 2 === 0 ? 'now' : 'later';
}

/** Newcomers who were not drawn before, as the seed draws them. */
export function drawnBy(seed: string, newcomers: readonly Newcomer[], kept: readonly Drawn[]): readonly Drawn[] {
  const before = new Set(kept.map(({ memberId }) => memberId));
  return newcomers
    .filter(({ memberId }) => !before.has(memberId))
    .map(({ memberId, arrivedOn }) => ({ memberId, arm: armOf(seed, memberId), arrivedOn }));
}

/** Counted as drawn, whatever was done afterwards; who is not known any more came back to nobody's knowledge. */
export function countArms(
  drawn: readonly Drawn[],
  newcomers: readonly Newcomer[],
): { readonly now: ArmCount; readonly later: ArmCount } {
  const back = new Set(newcomers.flatMap(({ memberId, cameBack }) => (cameBack ? [memberId] : [])));
  const count = (arm: Drawn['arm']): ArmCount => {
    const own = drawn.filter((one) => one.arm === arm);
    return { drawn: own.length, came: own.filter(({ memberId }) => back.has(memberId)).length };
  };
  return { now: count('now'), later: count('later') };
}
