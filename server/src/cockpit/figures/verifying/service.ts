import type { FigureAnswer, FigureQuery } from '#cockpit/figures/index.ts';
import { addDays } from '#kernel/day.ts';
import type { Result } from '#kernel/result.ts';
import type { Engine } from '#platform/projection/index.ts';
import type { Difference, Verification } from './model.ts';

type Answer = (query: FigureQuery, engine: Engine) => Promise<Result<readonly FigureAnswer[]>>;

/** Rounding in the last digits of sums taken in another order is no difference. */
const TOLERANCE = 1e-9;

/** Asks both engines the same questions: the default window, its last month, the year before it, and ten years. */
export async function verifyFigures(answer: Answer): Promise<Verification> {
  const differences: Difference[] = [];
  let checked = 0;
  for (const query of await questions(answer)) {
    const [copy, base] = [await answer(query, 'duckdb'), await answer(query, 'postgres')];
    if (!copy.ok || !base.ok) throw new Error('A window of the verification was refused.');
    if (copy.value.some(({ freshness }) => freshness.engine !== 'duckdb')) {
      return { checked: 0, heldElsewhere: true, differences: [] };
    }
    for (const [place, one] of copy.value.entries()) {
      checked += 1;
      const [ofCopy, ofBase] = [comparable(one), comparable(base.value[place])];
      if (isSame(ofCopy, ofBase)) continue;
      const { from, until } = one.window;
      differences.push({ figure: one.figure.id, window: { from, until }, duckdb: ofCopy, postgres: ofBase });
    }
  }
  return { checked, heldElsewhere: false, differences };
}

async function questions(answer: Answer): Promise<readonly FigureQuery[]> {
  const compare = 'both' as const;
  const first = await answer({ compare: 'none' }, 'postgres');
  const window = first.ok ? first.value[0]?.window : undefined;
  if (window === undefined) return [{ compare }];
  const { from, until } = window;
  return [
    { compare },
    { compare, from: addDays(until, -30), until },
    { compare, from: addDays(from, -365), until: from },
    { compare, from: addDays(until, -3650), until },
  ];
}

/** What must be alike: all but who answered and when. */
function comparable(answer: FigureAnswer | undefined): unknown {
  if (answer === undefined) return undefined;
  const { value, parts, leftOut, previous, yearAgo, changed, series, freshness } = answer;
  return { value, parts, leftOut, previous, yearAgo, changed, series, newest: freshness.newest };
}

function isSame(one: unknown, other: unknown): boolean {
  if (typeof one === 'number' && typeof other === 'number') {
    return Math.abs(one - other) <= TOLERANCE * Math.max(1, Math.abs(one), Math.abs(other));
  }
  if (typeof one !== 'object' || typeof other !== 'object' || one === null || other === null) return one === other;
  const [left, right] = [Object.entries(one), new Map(Object.entries(other))];
  return left.length === right.size && left.every(([name, value]) => isSame(value, right.get(name)));
}
