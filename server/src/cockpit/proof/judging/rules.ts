import {
  expectedWeeks,
  judge,
  newcombe10,
  replay,
  sideOfZero,
  type Effect,
  type Expectation,
  type Verdict,
} from '@passerelle/measure';
import type { Expected } from '#cockpit/proof/expecting/index.ts';
import type { Happening } from '#cockpit/proof/happenings/index.ts';
import type { Series } from '#cockpit/proof/series/index.ts';
import { addDays } from '#kernel/day.ts';
import type { Arm, Outcome, Proof, ProofReason, ProofState, ProofVerdict, Since, Standing, Told } from './model.ts';
import { VERDICTS } from './model.ts';

/** A verdict whose weeks never come is given all the same after so many days. */
const PATIENCE = 28;
/** Percentages are said from so many persons on. */
const FEWEST_DRAWN = 20;

/** Where a proof stands on a day. */
export function stateOf(
  proof: Pick<Proof, 'withdrawnAt' | 'verdict' | 'startDay' | 'untilDay' | 'dueDay'>,
  today: string,
): ProofState {
  if (proof.withdrawnAt !== null) return 'withdrawn';
  if (proof.verdict !== null) return 'judged';
  if (today < proof.startDay) return 'waiting';
  if (today < proof.untilDay) return 'running';
  return today < proof.dueDay ? 'ripening' : 'late';
}

/** Whether its verdict may be made: its day has come, and its weeks are there or will not come any more. */
export function isRipe(
  { untilDay, dueDay }: Pick<Proof, 'untilDay' | 'dueDay'>,
  series: Series,
  today: string,
): boolean {
  if (today < dueDay) return false;
  const last = series.weeks.at(-1)?.from;
  return (last !== undefined && addDays(last, 7) >= untilDay) || today >= addDays(dueDay, PATIENCE);
}

function questionOf(series: Series, matters: number): Expectation {
  const { weeks, before, of, controls } = series;
  return { weeks: weeks.map(({ value }) => value), before, of, controls, season: before >= 104, matters };
}

/** The verdict of weeks alone, before what else happened is held against it. */
export function plainVerdict(series: Series, matters: number): Verdict {
  return judge(questionOf(series, matters));
}

/** Everything a verdict of weeks is made from; what else happened is held against it afterwards. `moreWeeks` is not asked here. */
export function outcomeOf(series: Series, expects: Expected, happenings: readonly Happening[]): Outcome {
  const { of, weeks, before, controls, controlsLost } = series;
  const question = questionOf(series, expects.matters);
  const judged = plainVerdict(series, expects.matters);
  const told = 'effect' in judged ? toldOf(judged.effect, of) : null;
  return {
    of,
    weeks,
    before,
    controls,
    controlsLost,
    plain: { verdict: judged.verdict, reason: judged.reason },
    told,
    path: told === null ? [] : expectedWeeks(question),
    replay: told === null ? null : replay(question),
    happenings,
    moreWeeks: null,
  };
}

function toldOf({ observed, expected, change, changeRange95, extra, visible }: Effect, of: Series['of']): Told {
  const back = of === 'counts' ? Math.expm1 : Number;
  return {
    observed: back(observed),
    expected: back(expected.median),
    expectedRange: { low: back(expected.range95.low), high: back(expected.range95.high) },
    change,
    changeRange: changeRange95,
    extra: extra ?? null,
    visible,
  };
}

/** Groups as they were drawn: the difference of two shares of persons (Newcombe). */
export function drawOutcome(
  { now, later }: { readonly now: Arm; readonly later: Arm },
  matters: number,
  happenings: readonly Happening[],
): Outcome {
  const empty = { of: 'rates', weeks: [], before: 0, controls: [], controlsLost: 0, path: [], replay: null } as const;
  const arms = { now, later };
  if (Math.min(now.drawn, later.drawn) < FEWEST_DRAWN) {
    const plain = { verdict: 'not_enough_data', reason: 'too_few_drawn' } as const;
    return { ...empty, plain, told: null, happenings, moreWeeks: null, arms };
  }
  const found = newcombe10({ successes: now.came, trials: now.drawn }, { successes: later.came, trials: later.drawn });
  const told: Told = {
    observed: now.came / now.drawn,
    expected: later.came / later.drawn,
    expectedRange: { low: now.came / now.drawn - found.high, high: now.came / now.drawn - found.low },
    change: found.value,
    changeRange: { low: found.low, high: found.high },
    extra: null,
    visible: ((found.high - found.low) * 2.8) / 3.92,
  };
  return { ...empty, plain: plainOfDraw(found, matters), told, happenings, moreWeeks: null, arms };
}

function plainOfDraw(found: { readonly low: number; readonly high: number }, matters: number): Outcome['plain'] {
  const side = sideOfZero(found);
  if (side === 'above') return { verdict: 'effect_up', reason: 'interval_above_zero' };
  if (side === 'below') return { verdict: 'effect_down', reason: 'interval_below_zero' };
  const within = found.low > -matters && found.high < matters;
  return within
    ? { verdict: 'no_material_change', reason: 'interval_within_threshold' }
    : { verdict: 'cannot_tell', reason: 'interval_too_wide' };
}

/** The verdict beside what else happened; a draw shares it with both groups, so that nothing stands in its way. */
export function verdictOf(
  { plain, happenings }: Pick<Outcome, 'plain' | 'happenings'>,
  design: Expected['design'],
  cleared: ReadonlySet<string>,
): { readonly verdict: ProofVerdict; readonly reason: ProofReason } {
  if (plain.verdict === 'not_enough_data' || design === 'draw') return plain;
  const isDoubtful = happenings.some(({ key, blocks }) => blocks && !cleared.has(key));
  return isDoubtful ? { verdict: 'cannot_tell', reason: 'confounded' } : plain;
}

/** What a verdict says of what was expected; null: nothing either way. */
export function isAsExpected(verdict: ProofVerdict, direction: Expected['direction']): boolean | null {
  if (verdict === 'cannot_tell' || verdict === 'not_enough_data') return null;
  return verdict === (direction === 'up' ? 'effect_up' : 'effect_down');
}

export function standingOf(proof: Proof, today: string): Standing {
  const { verdict, expects } = proof;
  return {
    state: stateOf(proof, today),
    asExpected: verdict === null ? null : isAsExpected(verdict, expects.direction),
  };
}

/** The same in the words a mandate is judged by. */
export function mandateVerdictOf(
  verdict: ProofVerdict,
  direction: Expected['direction'],
): 'shown' | 'not_shown' | 'cannot_tell' {
  const met = isAsExpected(verdict, direction);
  if (met === null) return 'cannot_tell';
  return met ? 'shown' : 'not_shown';
}

/** How many weeks of a series have another value now, by their Mondays; rounding is no change. */
export function changedWeeks(kept: Outcome['weeks'], now: Series['weeks']): number {
  const present = new Map(now.map(({ from, value }) => [from, value]));
  return kept.filter(({ from, value }) => !isSame(value, present.get(from) ?? null)).length;
}

function isSame(a: number | null, b: number | null): boolean {
  if (a === null || b === null) return a === b;
  return Math.abs(a - b) <= 1e-9 * Math.max(1, Math.abs(a));
}

/** How many of the proofs that were judged got which verdict. */
export function sharesOf(
  proofs: readonly Pick<Proof, 'verdict' | 'withdrawnAt'>[],
): { readonly verdict: ProofVerdict; readonly n: number }[] {
  const judged = proofs.filter(({ withdrawnAt }) => withdrawnAt === null);
  return VERDICTS.map((verdict) => ({ verdict, n: judged.filter((one) => one.verdict === verdict).length }));
}

/** What the same sum would say today of a verdict that was kept; null: the same, of the same weeks. */
export function sinceNow(
  { verdict, outcome, expects }: Pick<Proof, 'verdict' | 'outcome' | 'expects'>,
  series: Series,
  { plain }: Pick<Outcome, 'plain'>,
  cleared: ReadonlySet<string>,
): Since | null {
  if (verdict === null || outcome === null) return null;
  const weeks = changedWeeks(outcome.weeks, series.weeks);
  const today = verdictOf({ ...outcome, plain }, expects.design, cleared).verdict;
  return weeks === 0 && today === verdict ? null : { weeks, verdict: today };
}
