/** What somebody wrote beside the course of a figure. */
export interface Note {
  readonly id: string;
  readonly day: string;
  readonly text: string;
  readonly author: string;
  readonly version: number;
}

export interface NoteDraft {
  readonly day: string;
  readonly text: string;
}

/** An event of the record that may move figures. */
export interface Recorded {
  readonly at: Date;
  readonly action: string;
  readonly objectId: string;
  readonly after: unknown;
}

/** Actions of the record that are shown beside figures. */
export const TELLING = ['import.finished', 'place.deleted', 'staff_rules.set'] as const;

/** When something was first and last received from a place. */
export interface PlaceSpan {
  readonly placeId: string;
  readonly firstDay: string;
  readonly lastDay: string;
}

/** A channel that fell silent while its place went on; days of the workspace's zone. */
export interface SilentChannel {
  readonly placeId: string;
  readonly channelId: string;
  readonly lastDay: string;
  /** Contributions there in the 90 days up to its last one, and in the whole place in the 90 days up to the end of that week. */
  readonly own: number;
  readonly all: number;
  /** How many channels the place has ever had. */
  readonly channels: number;
}

export interface Span {
  readonly from: string;
  readonly until: string;
}

/** What happened that nobody wrote down, and that a course may show. */
export type CommunityEvent =
  | { readonly kind: 'import'; readonly day: string; readonly placeId: string; readonly added: number }
  | { readonly kind: 'place_deleted' | 'staff_rules'; readonly day: string }
  | { readonly kind: 'place_began' | 'place_silent'; readonly day: string; readonly placeId: string }
  | {
      readonly kind: 'channels_silent';
      readonly day: string;
      readonly placeId: string;
      /** The busiest first. */
      readonly channelIds: readonly string[];
      readonly share: number;
    };
