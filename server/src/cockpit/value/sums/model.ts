import type { Spread } from '@passerelle/measure';

/** What a sum is made from, ids left out: the same numbers give the same sum. */
export interface SumInput {
  readonly years: number;
  readonly rate: number;
  readonly shape: 'pert' | 'triangular';
  readonly draws: number;
  readonly lines: readonly SumLine[];
  /** For each scenario the ranges of all lines. */
  readonly others: readonly (readonly SumLine[])[];
}

export interface SumLine {
  readonly side: 'in' | 'out';
  readonly every: 'year' | 'once';
  /** A line is their product; `anyway` counts by what it leaves. */
  readonly inputs: Readonly<Record<string, SumRange>>;
}

/** A share ends at 1. */
export interface SumRange {
  readonly low: number;
  readonly likely: number;
  readonly high: number;
  readonly isShare: boolean;
}

/** What came out of one set of ranges. Money in hundredths; years until paid back, Infinity: not within the horizon. */
export interface Outcome {
  readonly net: Spread;
  readonly inward: Spread;
  readonly outward: Spread;
  readonly roi: Spread;
  readonly payback: Spread;
}

/** One input, moved alone, the others at their middle. */
export interface Lever {
  readonly line: number;
  readonly input: string;
  readonly low: number;
  readonly middle: number;
  readonly high: number;
  /** The net present value with this input at its P10, and at its P90. */
  readonly atP10: number;
  readonly atP90: number;
  readonly p10: number;
  readonly p90: number;
  /** Of the differences in rank of the outcome. */
  readonly share: number;
  /** By how much the outcome moves for one of it. */
  readonly slope: number;
  /** Where the outcome is nothing; null: nowhere this input alone could bring it. */
  readonly breaksAt: number | null;
}

export interface Summed {
  readonly main: Outcome;
  readonly others: readonly Outcome[];
  /** The net present value with every input at its middle. */
  readonly middle: number;
  /** What moves it most first. */
  readonly levers: readonly Lever[];
  /** What each line brings or costs: over a year, or once. */
  readonly lines: readonly Spread[];
}
