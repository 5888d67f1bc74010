import type { FunctionName } from '#kernel/actor.ts';
import type { TextFormat } from '#platform/html/index.ts';

export const STATES = ['draft', 'submitted', 'decided', 'delivered', 'told'] as const;
export type State = (typeof STATES)[number];

/** Somebody outside who decides by a signed link. */
export interface Outside {
  readonly name: string;
  readonly email: string;
}

/** Signals gathered into one statement, for somebody to decide on. */
export interface Insight {
  readonly id: string;
  readonly statement: string;
  readonly ask: string | null;
  readonly options: readonly string[];
  /** Words that find the traffic it is about. */
  readonly words: readonly string[];
  readonly themeId: string | null;
  readonly objectiveId: string | null;
  /** A colleague who decides; else `outside`, else nobody yet. */
  readonly ownerId: string | null;
  readonly outside: Outside | null;
  /** The day by which an answer is wanted. */
  readonly due: string | null;
  readonly state: State;
  readonly version: number;
  readonly madeBy: string;
  readonly madeAt: Date;
  /** Kept when whoever decides asks for more and it is a draft again. */
  readonly submittedAt: Date | null;
}

/** The same as the base keeps it. */
export interface InsightRow extends Omit<Insight, 'outside'> {
  readonly outside_name: string | null;
  readonly outside_email: string | null;
}

/** What its writer may write while it is a draft. */
export type Written = Pick<
  Insight,
  'statement' | 'ask' | 'options' | 'words' | 'themeId' | 'objectiveId' | 'ownerId' | 'outside' | 'due'
>;

/** A colleague who may be asked to decide. */
export interface Owner {
  readonly isHere: boolean;
  readonly mayDecide: boolean;
}

/** What an insight can lack before it is submitted. */
export const LACKS = ['ask', 'owner', 'owner_left', 'due', 'evidence'] as const;
export type Lack = (typeof LACKS)[number];

/** What the evidence of an insight weighs. Humans are counted once, merges taken in; staff and bots are not members. */
export interface Weight {
  readonly members: number;
  readonly staff: number;
  readonly messages: number;
  readonly channels: { place: string; channel: string; messages: number }[];
  /** The first and the last day, null without evidence. */
  readonly from: string | null;
  readonly until: string | null;
}

export interface BoardRow {
  readonly id: string;
  readonly statement: string;
  readonly state: State;
  readonly version: number;
  readonly due: string | null;
  readonly ownerName: string | null;
  readonly isOutside: boolean;
  readonly objective: string | null;
  readonly signals: number;
  readonly members: number;
  readonly channels: number;
  readonly counters: number;
  readonly madeAt: Date;
  readonly submittedAt: Date | null;
  readonly decidedAt: Date | null;
}

/** What stands around an insight, by name. */
export interface Surroundings {
  readonly themeFr: string | null;
  readonly themeEn: string | null;
  readonly objective: string | null;
  readonly ownerName: string | null;
  readonly ownerLeft: boolean;
  /** What whoever decides holds; nobody holds nothing. */
  readonly ownerFunctions: readonly FunctionName[] | null;
  readonly madeByName: string;
  /** What whoever decides last asked, while it is a draft again. */
  readonly question: string | null;
  readonly signals: readonly GatheredSignal[];
}

export interface GatheredSignal {
  readonly id: string;
  readonly kind: 'need' | 'problem' | 'idea' | 'praise' | 'risk' | 'question';
  readonly line: string;
  readonly version: number;
  readonly mandate: { readonly id: string; readonly intention: string } | null;
  readonly raisedBy: string;
  readonly raisedAt: string;
}

/** A message that holds a word of an insight and was not read for it. */
export interface UnreadRow {
  readonly id: string;
  readonly thread_id: string | null;
  readonly name: string;
  readonly erased: boolean;
  readonly place: string;
  readonly channel: string;
  readonly at: Date | null;
  readonly day: string | null;
  readonly text: string;
  readonly format: TextFormat;
  readonly language: string;
}
