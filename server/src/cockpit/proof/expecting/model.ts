import type { ProofSlice } from '#cockpit/proof/series/index.ts';

/** `weeks`: the weeks before against those after; `draw`: newcomers greeted now against those greeted later. */
export const DESIGNS = ['weeks', 'draw'] as const;
export type Design = (typeof DESIGNS)[number];

/** Something else that is known beforehand to happen. */
export interface KnownEvent {
  readonly day: string;
  readonly text: string;
}

/** What is expected: written before it begins, kept as it is. */
export interface Expected {
  readonly figure: string;
  readonly slice: ProofSlice;
  readonly direction: 'up' | 'down';
  /** The change that would matter, in the figure's unit (of a week) or in percent of `base`. */
  readonly size: number;
  readonly sizeIn: 'unit' | 'percent';
  /** What a week was on average when this was written. */
  readonly base: number;
  /** The same change as the sum takes it: a share of counts, a difference of rates. */
  readonly matters: number;
  readonly startDay: string;
  readonly weeks: number;
  readonly design: Design;
  readonly controls: readonly ProofSlice[];
  readonly events: readonly KnownEvent[];
  /** Of a draw: by what newcomers are drawn, and who agreed to it in the workspace's name. */
  readonly seed?: string;
  readonly consent?: string;
  /** Of a mandate: its fingerprint from the day it was given. */
  readonly mandate?: string;
}
