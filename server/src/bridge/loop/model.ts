import type { Language } from '#kernel/language.ts';

/** What there is to tell of an insight: its last decision, and the delivery of it once it is there. */
export interface News {
  readonly decisionId: string;
  readonly deliveryId: string | null;
  readonly statement: string;
  readonly answer: 'yes' | 'no' | 'later';
  readonly until: string | null;
  readonly option: string | null;
  readonly reason: string;
  readonly at: Date;
  readonly deliveredOn: string | null;
  readonly deliveryText: string | null;
  readonly deliveryUrl: string | null;
}

/** One member who is told. */
export interface Telling {
  readonly insightId: string;
  readonly decisionId: string;
  readonly deliveryId: string | null;
  readonly memberId: string;
  readonly threadId: string | undefined;
  readonly text: string;
  readonly language: Language;
}
