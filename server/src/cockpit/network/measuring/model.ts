import type { Links } from '@passerelle/measure';

/**
 * Who answered whom, as the base packs it: persons are numbered, those with a tie first.
 * `persons`: `number id contributions day` apart by commas, the day being that of a first contribution ever in the
 * window, counted from its first day, or `-`. `ties`: `from to answers`.
 */
export interface Packed {
  readonly persons: Bundle;
  readonly ties: Bundle;
}

export interface Bundle {
  readonly many: number;
  readonly texts: readonly string[];
}

/** The network of one selection and period, measured: arrays by the number of a person. */
export interface Network {
  /** Everybody who wrote or was answered. */
  readonly persons: number;
  /** How many of them have a tie; they come first. */
  readonly tied: number;
  /** Ids one after the other, 36 characters each. */
  readonly ids: string;
  readonly wrote: Int32Array;
  /** Days from the first of the window to a first contribution ever; -1: not new. */
  readonly arrived: Int32Array;
  /** Who answered whom how often, and the other way round. */
  readonly out: Links;
  readonly back: Links;
  /** The group of each tied person, and how many persons each group has. */
  readonly group: Int32Array;
  readonly sizes: Int32Array;
  /** Tied persons group by group, in each those with most ties inside it first; and how many ties these are, by person. */
  readonly ranked: Int32Array;
  readonly inside: Int32Array;
  readonly facts: NetworkFacts;
}

export interface NetworkFacts {
  readonly ties: number;
  readonly answers: number;
  /** Ties to somebody who answered back. */
  readonly mutual: number;
  readonly modularity: number;
  /** Parts that hang together, and how many persons the largest has. */
  readonly components: number;
  readonly largest: number;
  /** Pairs drawn to estimate bridges; undefined: exact. */
  readonly pairs: number | undefined;
  readonly newcomers: number;
  /** The largest ones. */
  readonly groups: readonly Group[];
  readonly between: readonly Between[];
  /** The strongest bridges, the strongest first. */
  readonly bridges: readonly Bridge[];
  /** Newcomers without a tie, the latest first: how many, and the first of them. */
  readonly isolated: number;
  readonly alone: readonly number[];
}

/** A community of the network; its number is its place by size, from 0. */
export interface Group {
  readonly persons: number;
  readonly newcomers: number;
  /** Answers among its members. */
  readonly answers: number;
  /** Those with most ties, the first one first. */
  readonly core: readonly number[];
}

export interface Between {
  readonly one: number;
  readonly other: number;
  readonly answers: number;
}

export interface Bridge {
  readonly person: number;
  readonly share: number;
  readonly low: number;
  readonly high: number;
  /** In how many groups he has ties. */
  readonly groups: number;
}
