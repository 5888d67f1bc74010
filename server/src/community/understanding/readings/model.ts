import type { TextFormat } from '#platform/html/index.ts';

/** A message as it is read: its words, and what was read out of them before. */
export interface TextRow {
  readonly id: string;
  readonly placeId: string;
  readonly threadId: string | null;
  readonly author: string;
  /** Its thread; where there is none, its channel on that day. */
  readonly talk: string;
  readonly opens: boolean;
  readonly text: string;
  readonly format: TextFormat;
  /** Of the message; where that is not known, what most people write in its place. */
  readonly language: string;
  readonly title: string | null;
  readonly labels: readonly string[];
  readonly isSupport: boolean;
  readonly tone: -1 | 0 | 1 | null;
  readonly toneBy: 'lexicon' | 'person' | null;
  readonly kind: 'question' | 'other' | null;
  readonly kindBy: 'rule' | 'place' | 'person' | null;
  readonly themes: readonly string[];
}

export interface NewTone {
  readonly messageId: string;
  readonly placeId: string;
  readonly tone: -1 | 0 | 1;
}

export interface NewKind {
  readonly threadId: string;
  readonly placeId: string;
  readonly kind: 'question' | 'other';
  readonly by: 'rule' | 'place';
}

export interface Mention {
  readonly messageId: string;
  readonly placeId: string;
  readonly themeId: string;
}

/** What reading some texts again changes. */
export interface Changes {
  readonly tones: NewTone[];
  /** Messages that have no tone any more: their language is no longer one whose words are known. */
  readonly mute: string[];
  readonly kinds: NewKind[];
  readonly mentions: Mention[];
  readonly gone: Mention[];
}

export interface Progress {
  readonly asked: number;
  readonly done: number;
  /** `listening`: looking for themes; `reading`: text by text. Null: nothing under way. */
  readonly step: 'listening' | 'reading' | null;
  readonly read: number;
  readonly total: number;
  readonly startedAt: Date | null;
  readonly finishedAt: Date | null;
}
