import type { Problem } from '@passerelle/kit';
import type { Counts } from '#community/ingestion/writing/index.ts';

export interface BatchResult {
  /** Pieces this batch went through, problems included. */
  readonly pieces: number;
  readonly counts: Counts;
  readonly problems: readonly Problem[];
}

/** `stopped`: asked to; `overtaken`: by another process, or cancelled by a person. What was committed stays. */
export type ReadingEnd = 'finished' | 'stopped' | 'overtaken';
