/** Kinds of things that happen beside an action. */
export const EVENT_KINDS = [
  'known',
  'mandate',
  'proof',
  'note',
  'import',
  'place_began',
  'place_silent',
  'channels_silent',
  'place_deleted',
  'staff_rules',
  'outage',
] as const;
export type EventKind = (typeof EVENT_KINDS)[number];

/** Something else that happened. `key` tells it from others, for good. */
export interface Happening {
  readonly key: string;
  readonly kind: EventKind;
  readonly day: string;
  /** What it was, in the words of whoever wrote it, or a name. */
  readonly text: string;
  /** No verdict of an effect stands beside it until the pilot says why it is no reason to doubt. */
  readonly blocks: boolean;
}

/** The days of an action. */
export interface Window {
  readonly startDay: string;
  readonly untilDay: string;
}

export interface About extends Window {
  /** The action's own proof and mandate, which are no other event. */
  readonly proofId?: string | undefined;
  readonly mandateId?: string | null | undefined;
  readonly place?: readonly string[] | undefined;
  readonly known: readonly { readonly day: string; readonly text: string }[];
  readonly outages: readonly string[];
}
