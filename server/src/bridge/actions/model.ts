export const FOUND_KINDS = ['reply', 'publication'] as const;
/** Kinds that are read in the community. */
export type FoundKind = (typeof FOUND_KINDS)[number];

export const HAND_KINDS = ['event', 'call', 'thanks', 'welcome', 'other'] as const;
/** Kinds that somebody writes down. */
export type HandKind = (typeof HAND_KINDS)[number];

export const TIES = ['mandate', 'house', 'offplan'] as const;
/** What an act serves: a mandate, keeping the house (a legitimate choice), or neither. */
export type Tie = (typeof TIES)[number];

/** What a rule looks at in an act found in the data. */
export interface FoundAct {
  readonly channelId: string;
  readonly memberId: string;
  /** Tags of its thread. */
  readonly labels: readonly string[];
  /** Of the workspace. */
  readonly day: string;
}

export interface Proposer {
  readonly id: string;
  readonly rule: {
    readonly channels: readonly string[];
    readonly labels: readonly string[];
    readonly authors: readonly string[];
  };
  readonly fromDay: string;
  readonly untilDay: string;
}

export const REASONS = ['channel', 'label', 'author'] as const;
/** Why a mandate is proposed: what of its rule fits. */
export type Reason = (typeof REASONS)[number];

export interface Proposal {
  readonly mandateId: string;
  readonly because: readonly Reason[];
}

/** How many acts of a span serve what; `unsorted`: found in the data, and nobody said anything of them yet. */
export interface Counted {
  readonly mandate: number;
  readonly house: number;
  readonly offplan: number;
  readonly unsorted: number;
}
