import type { TextFormat } from '#platform/html/index.ts';

/** Why the words of an evidence are not there any more. */
export const GONE = ['withdrawn', 'erased', 'place_removed'] as const;
export type Gone = (typeof GONE)[number];

/** What a person points at: a message (of that thread, where both are given), or a thread, whose opening message is meant. */
export interface Pointed {
  readonly messageId?: string | undefined;
  readonly threadId?: string | undefined;
}

/** A message as it stands now, to be kept as evidence. */
export interface Heard {
  readonly messageId: string;
  readonly threadId: string | null;
  readonly placeId: string;
  readonly placeName: string;
  readonly channelName: string;
  readonly memberId: string;
  readonly authorName: string;
  readonly at: Date | null;
  readonly day: string | null;
  readonly url: string | null;
  readonly text: string;
  readonly format: TextFormat;
  readonly language: string;
  readonly state: 'shown' | 'hidden' | 'removed' | 'erased';
}

/** What an evidence is for: a signal, or against an insight. */
export type Purpose = { readonly signalId: string } | { readonly countersId: string };

export interface EvidenceRow {
  readonly id: string;
  readonly signal_id: string | null;
  readonly counters_id: string | null;
  readonly message_id: string;
  readonly thread_id: string | null;
  /** Whom it was heard from, merges taken in; null when nobody of that id is left. */
  readonly heard_from: string | null;
  readonly kind: 'person' | 'staff' | 'bot' | null;
  readonly place_name: string;
  readonly channel_name: string;
  readonly author_name: string | null;
  readonly at: Date | null;
  readonly day: string | null;
  readonly url: string | null;
  readonly text: string | null;
  readonly language: string;
  readonly gone_because: Gone | null;
  readonly added_by: string;
  readonly added_at: Date;
}
