import type { FunctionName } from '#kernel/actor.ts';
import type { Language } from '#kernel/language.ts';

/** Somebody whose answer is waited for. */
export interface Waiting {
  readonly insightId: string;
  readonly statement: string;
  readonly email: string;
  readonly language: Language;
  /** Decides from outside, by a link. */
  readonly isOutside: boolean;
  /** What makes this wait another one than the one before: submission and owner. */
  readonly mark: string;
  /** The day from which the answer is waited for. */
  readonly since: string;
  readonly due: string;
  /** The answer was put off until `due`. */
  readonly isPutOff: boolean;
}

/** Something that was answered, for whoever wrote it up. */
export interface Answered {
  readonly decisionId: string;
  readonly insightId: string;
  readonly statement: string;
  readonly answer: 'yes' | 'no' | 'later' | 'need_more';
  readonly email: string;
  readonly language: Language;
}

/** A colleague who wants the weekly letter. */
export interface Reader {
  readonly colleagueId: string;
  readonly email: string;
  readonly language: Language;
  readonly tells: boolean;
  readonly functions: readonly FunctionName[];
}

/** What the weekly letter says. */
export interface Digest {
  /** Answers waited for from the reader. */
  readonly yours: number;
  /** Mandates that wait for the reader's word. */
  readonly mandates: number;
  /** Answers waited for past their day, from anybody. */
  readonly overdue: number;
  /** Insights with members still to be told; 0 for whoever does not tell. */
  readonly toTell: number;
  /** Answers given in the last seven days. */
  readonly decided: number;
}
