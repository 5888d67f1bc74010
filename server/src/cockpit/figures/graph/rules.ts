import { wilson } from '@passerelle/measure';
import type { FigureRow, Measured } from '#cockpit/figures/index.ts';
import type { ReplyGraph } from './wire.ts';

/**
 * The share of ties that are returned. What is observed are pairs, tied one way or both: their share has Wilson's
 * interval, and reciprocity is 2p ÷ (1 + p) of it.
 */
export function reciprocity([row]: readonly FigureRow[]): Measured {
  const { persons, tied, pairs, mutual, recurring, answers } = countsOf(row);
  const ties = pairs + mutual;
  const { value, low, high } = wilson(mutual, Math.max(1, pairs));
  return {
    estimate: pairs === 0 ? undefined : { value: returned(value), low: returned(low), high: returned(high) },
    sample: pairs,
    n: 2 * mutual,
    of: ties,
    parts: { persons, tied, ties, recurring, answers, density: densityOf(ties, persons) },
  };
}

function returned(mutualPairs: number): number {
  return (2 * mutualPairs) / (1 + mutualPairs);
}

/** The figures of the graph as a whole; undefined where nobody answered anybody. */
export function summaryOf(rows: readonly FigureRow[]): ReplyGraph | undefined {
  const row = rows.find(({ w }) => w === 0);
  const { pairs, mutual, ...counts } = countsOf(row);
  const ties = pairs + mutual;
  if (ties === 0) return undefined;
  const density = densityOf(ties, counts.persons);
  return { kind: 'graph', ...counts, ties, mutual: 2 * mutual, density, reciprocity: (2 * mutual) / ties };
}

function densityOf(ties: number, persons: number): number {
  return persons < 2 ? 0 : ties / (persons * (persons - 1));
}

function countsOf(row: FigureRow | undefined) {
  const count = (name: string): number => Number(row?.[name] ?? 0);
  return {
    persons: count('persons'),
    tied: count('tied'),
    pairs: count('pairs'),
    mutual: count('mutual'),
    recurring: count('recurring'),
    answers: count('answers'),
  };
}
