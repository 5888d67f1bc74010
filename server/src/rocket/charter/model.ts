import type { FunctionName } from '#kernel/actor.ts';
import type { Letter, Responsibility } from '#rocket/charter/duties/index.ts';

/** A line of the charter: a function or one person, with a letter. */
export interface Holding {
  readonly responsibility: string;
  readonly function: FunctionName | null;
  readonly colleagueId: string | null;
  readonly letter: Letter;
}

export interface Holder {
  readonly id: string;
  readonly name: string;
  readonly functions: readonly FunctionName[];
}

/** How often somebody did what an action of the record tells, over some days. */
export interface Deed {
  readonly action: string;
  readonly colleagueId: string;
  readonly count: number;
}

/** What is wrong with a line: nobody holds it, nobody answers for it, several do, its holder was not seen, somebody else was. */
export const ISSUES = ['nobody', 'no_answer', 'several_answer', 'not_seen', 'others'] as const;
export type Issue = (typeof ISSUES)[number];

/** A responsibility as it is held and as it was done. */
export interface Line {
  readonly responsibility: Responsibility;
  readonly holdings: readonly Holding[];
  /** By person: the letter that counts for him, and what he was seen doing. */
  readonly people: readonly { readonly colleagueId: string; readonly letter: Letter | null; readonly deeds: number }[];
  readonly issues: readonly Issue[];
}
