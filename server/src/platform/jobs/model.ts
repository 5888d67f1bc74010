import type { Scope } from '#kernel/scope.ts';
import type { Clock } from '#platform/clock/index.ts';
import type { Log } from '#platform/log/index.ts';
import type pg from 'pg';

/** A piece of work to be done once its transaction has committed, by whichever process runs jobs. */
export interface NewJob {
  readonly task: string;
  /** Ids and small values; what they stand for is read when the job runs. */
  readonly payload: Readonly<Record<string, string | number | boolean>>;
  /** Jobs of one queue run one after the other. */
  readonly queue?: string;
  /** A job of that key that still waits or runs makes this one needless. */
  readonly key?: string;
  readonly runAt?: Date;
  /** How often it is tried in all, with growing waits; 10 unless said. */
  readonly attempts?: number;
}

export interface JobCall {
  readonly scope: Scope;
  readonly payload: Readonly<Record<string, unknown>>;
  /** Aborted when the process is asked to stop: leave the work so that it can be gone on with, then throw. */
  readonly signal: AbortSignal;
  /** The first is 1. A process that was killed in the middle counts as a try. */
  readonly attempt: number;
  readonly isLastAttempt: boolean;
}

/** A task that throws is tried again later; a job may run more than once, never twice at the same time. */
export type Task = (call: JobCall) => Promise<void>;

export interface JobsDeps {
  readonly ownerPool: pg.Pool;
  readonly clock: Clock;
  readonly log: Log;
  readonly tasks: Readonly<Record<string, Task>>;
  /** Jobs at one time in this process; 4 unless said. */
  readonly concurrency?: number;
}

export interface JobRunner {
  /** Aborts what runs and waits, at most five seconds, until it has let go. May be called twice. */
  stop(): Promise<void>;
}
