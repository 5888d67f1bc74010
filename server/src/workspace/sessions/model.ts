import type { Language } from '#kernel/language.ts';

/** A live session, with what a request needs to know of its person. */
export interface Session {
  readonly id: string;
  readonly personId: string;
  readonly language: Language;
  /** Hash of its present token; a request may still have come with the former one. */
  readonly tokenHash: Buffer;
  /** What the person may do has changed: the token is due to change. */
  readonly renew: boolean;
  readonly seenAt: Date;
  readonly endsAt: Date;
}

export interface NewSession {
  readonly id: string;
  readonly tokenHash: Buffer;
  readonly personId: string;
  readonly device: string;
  readonly address: string;
  readonly madeAt: Date;
  readonly endsAt: Date;
}

/** One line of "where I am signed in". */
export interface SessionLine {
  readonly id: string;
  readonly device: string;
  readonly address: string;
  readonly madeAt: Date;
  readonly seenAt: Date;
}
