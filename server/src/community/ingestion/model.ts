import type { Problem } from '@passerelle/kit';
import type { FateCounts } from '#community/ingestion/fates/index.ts';

/** Elements by what became of them, each counted once in a run. `refused`: problems told; `withheld`: words of erased people. */
export type Counts = FateCounts & { readonly refused: number };

export interface BatchResult {
  /** Pieces this batch went through, problems included. */
  readonly pieces: number;
  readonly counts: Counts;
  readonly problems: readonly Problem[];
}

/** `stopped`: asked to; `overtaken`: by another process, or cancelled by a person. What was committed stays. */
export type ReadingEnd = 'finished' | 'stopped' | 'overtaken';
