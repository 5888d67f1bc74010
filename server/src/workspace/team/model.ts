import type { FunctionName } from '#kernel/actor.ts';

/** A person's place in the workspace. */
export interface Colleague {
  readonly id: string;
  readonly personId: string;
  readonly name: string;
  readonly email: string;
  readonly functions: readonly FunctionName[];
  /** Free text; says nothing about what one may do. */
  readonly title: string | undefined;
  readonly joinedAt: Date;
  readonly version: number;
}

export interface NewColleague {
  readonly id: string;
  readonly personId: string;
  readonly functions: readonly FunctionName[];
  readonly title: string | undefined;
  readonly joinedAt: Date;
}

/** A word of the house for a job, and the functions that go with it. */
export interface HouseTitle {
  readonly id: string;
  readonly name: string;
  readonly functions: readonly FunctionName[];
  readonly version: number;
}

/** Absent: left as it is; a null title: none. */
export interface ColleagueChange {
  readonly functions?: readonly FunctionName[];
  readonly title?: string | null;
}
