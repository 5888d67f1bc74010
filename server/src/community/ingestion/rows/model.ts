import type { Fact, ImportOptions, Raw } from '@passerelle/kit';

/** Temporary tables that a batch is copied into before it is compared with what stands. */
export const STAGES = ['channel', 'identity', 'thread', 'message', 'reaction', 'removed'] as const;
export type Stage = (typeof STAGES)[number];

/** Derived ids, remembered: the same few channels and people are named again and again. */
export interface Ids {
  channel(externalId: string): string;
  identity(externalId: string): string;
  thread(externalId: string): string;
  message(externalId: string): string;
  reaction(message: string, emoji: string, by: string | undefined): string;
  member(identityId: string): string;
}

export interface RowContext {
  readonly ids: Ids;
  readonly keyedBy: 'id' | 'name';
  /** The language of a text, the place's own being the prior. */
  readonly languageOf: (text: string) => string;
  /** When a person of that external id was erased; undefined for everybody else. */
  readonly erasedAt: (externalId: string) => Date | undefined;
  /** Whether the base has a row of that id already, so that nothing need stand for it. */
  readonly isStanding: (id: string) => boolean;
  readonly read: (raw: Raw, options: ImportOptions) => readonly Fact[];
  readonly options: ImportOptions;
}

/** One row for a temporary table: its id, and its line in COPY's text format without the line end. */
export interface Row {
  readonly stage: Stage;
  readonly id: string;
  readonly line: string;
}

/** Something named by a fact whose own fact may come later or never: it gets a row that stands for it until then. */
export interface Named {
  readonly stage: 'channel' | 'identity' | 'thread';
  readonly id: string;
  readonly externalId: string;
  /** Where a thread stands. */
  readonly channelId?: string;
  /** When the person was erased. */
  readonly erasedAt?: Date | undefined;
}

/** What the facts of one raw come to. */
export interface RawRows {
  readonly rows: readonly Row[];
  readonly named: readonly Named[];
  /** Whose words these are. */
  readonly identityId: string | undefined;
  /** Holds words or the name of an erased person: the facts stay without them, the raw is not kept. */
  readonly withheld: boolean;
  readonly threads: readonly string[];
}
