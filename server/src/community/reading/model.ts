import type { TextFormat } from '#platform/html/index.ts';

/** Marks that no text can hold (imports refuse control characters), put around what a search found. */
export const HIT_START = '\u0002';
export const HIT_END = '\u0003';

/** Columns of whoever wrote, as every reading query selects them. */
export interface AuthorRow {
  readonly author_member: string;
  readonly author_identity: string;
  readonly author_name: string;
  readonly author_kind: 'person' | 'staff' | 'bot';
  readonly author_keyed_by: 'id' | 'name';
  readonly author_erased: boolean;
}

export interface PlaceRow {
  readonly place_id: string;
  readonly place_name: string;
  readonly channel_id: string;
  readonly channel_name: string;
}

export interface WhenRow {
  readonly at: Date | null;
  readonly day: string | null;
}

export interface ThreadHeadRow extends PlaceRow {
  readonly id: string;
  /** The title, or the beginning of the first message where the place gives none (`untitled`). */
  readonly title: string | null;
  readonly untitled: boolean;
  readonly url: string | null;
  readonly locked: boolean;
  readonly labels: readonly string[];
  readonly message_count: number;
}

export interface ThreadListRow extends PlaceRow, Partial<AuthorRow> {
  readonly id: string;
  readonly title: string | null;
  readonly untitled: boolean;
  readonly has_hours: boolean;
  readonly opened_at: Date | null;
  readonly last_at: Date | null;
  readonly message_count: number;
  readonly locked: boolean;
  readonly labels: readonly string[];
}

export interface MessageRow extends AuthorRow, WhenRow {
  readonly id: string;
  readonly thread_id: string | null;
  readonly text: string;
  readonly format: TextFormat;
  readonly language: string;
  readonly state: 'shown' | 'hidden' | 'removed' | 'erased';
  readonly edited_at: Date | null;
  readonly url: string | null;
  readonly reply_id: string | null;
  readonly reply_author: string | null;
  readonly reply_text: string | null;
  readonly reply_format: TextFormat | null;
  readonly reactions: readonly { readonly emoji: string; readonly count: number }[];
}

export interface HitRow extends AuthorRow, PlaceRow, WhenRow {
  readonly id: string;
  readonly thread_id: string | null;
  readonly title: string | null;
  /** Fragments around the hits, hits between the two marks of `rules`. */
  readonly headline: string;
  readonly format: TextFormat;
}
