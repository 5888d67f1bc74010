import type { Refusal } from '#kernel/result.ts';

export type RunState = 'uploading' | 'choosing' | 'waiting' | 'reading' | 'done' | 'cut_short' | 'failed' | 'cancelled';

/** Nothing more will happen to a run in one of these. */
export const FINISHED: readonly RunState[] = ['done', 'cut_short', 'failed', 'cancelled'];

/** Nothing of it was read yet. */
export const NOT_STARTED: readonly RunState[] = ['uploading', 'choosing'];
export const UNDER_WAY: readonly RunState[] = ['waiting', 'reading'];

/** Where a run stands in its export; saved with the rows it brought, so that a kill loses nothing and doubles nothing. */
export interface RunCursor {
  readonly step: 'unpacking' | 'reading' | 'finishing';
  /** Pieces (rows and problems) gone through since the beginning of the export. */
  readonly pieces: number;
  /** When this stretch began, and at which byte: what its pace is told from. */
  readonly since: string;
  readonly sinceBytes: number;
}

export type RunCounts = Readonly<Record<'read' | 'added' | 'changed' | 'unchanged' | 'withheld' | 'refused', number>>;

export const NO_COUNTS: RunCounts = { read: 0, added: 0, changed: 0, unchanged: 0, withheld: 0, refused: 0 };

/** A run as it is stored, with the place it goes to. */
export interface Run {
  readonly id: string;
  readonly placeId: string;
  readonly placeName: string;
  readonly placeLanguage: 'fr' | 'en' | null;
  readonly placeConnector: string;
  readonly placeState: string;
  readonly connector: string;
  readonly options: Readonly<Record<string, string>>;
  readonly fileName: string;
  readonly state: RunState;
  readonly bytesTotal: number;
  readonly bytesDone: number;
  readonly cursor: RunCursor | undefined;
  readonly counts: RunCounts;
  readonly refusal: Refusal | undefined;
  readonly startedBy: string | null;
  readonly createdAt: Date;
  readonly startedAt: Date | null;
  readonly finishedAt: Date | null;
  readonly version: number;
}

/** What may change on a run; absent: left as it is. */
export interface RunChange {
  readonly state?: RunState;
  readonly connector?: string;
  readonly options?: Readonly<Record<string, string>>;
  readonly bytesTotal?: number;
  readonly bytesDone?: number;
  readonly cursor?: RunCursor;
  readonly counts?: RunCounts;
  readonly refusal?: Refusal | null;
  readonly startedAt?: Date;
  readonly finishedAt?: Date;
}

export interface NewRun {
  readonly id: string;
  readonly placeId: string;
  readonly connector: string;
  readonly fileName: string;
  readonly bytesTotal: number;
  readonly startedBy: string | null;
  readonly createdAt: Date;
  readonly state?: RunState;
  readonly options?: Readonly<Record<string, string>>;
}

/** Problems beyond these are counted, no longer kept. */
export const MOST_PROBLEMS = 10_000;
