export type Language = 'fr' | 'en';
export type Place = 'forum' | 'chat' | 'list';

/** How somebody takes part. */
export type Temper = 'core' | 'regular' | 'occasional' | 'passer_by' | 'silent' | 'staff' | 'bot' | 'spammer';

export interface Person {
  /** Position in the list of people: the number behind every id of his accounts. */
  readonly index: number;
  readonly firstName: string;
  readonly lastName: string;
  readonly handle: string;
  /** Where a person bears another name in a place than elsewhere. */
  readonly handleIn: Partial<Readonly<Record<Place, string>>>;
  readonly email: string;
  readonly showsName: boolean;
  readonly temper: Temper;
  readonly places: readonly Place[];
  /** The first is preferred. */
  readonly languages: readonly Language[];
  readonly town: string;
  readonly bike: string;
  /** What this person likes to answer. */
  readonly themes: readonly string[];
  /** Epoch milliseconds. */
  readonly arrives: number;
  /** Epoch milliseconds from which this person writes less, then no more. */
  readonly fades: number;
  readonly style: Style;
}

/** How somebody writes, in every place and on every day. */
export interface Style {
  /** Chances: greets before saying something, signs with a first name, adds an emoji. */
  readonly greets: number;
  readonly signs: number;
  readonly emoji: number;
  /** Says « vous » wherever he is. */
  readonly formal: boolean;
  /** Begins messages of the chat in lower case. */
  readonly lowerCase: boolean;
}

export interface Reaction {
  readonly emoji: string;
  readonly by: readonly Person[];
}

export interface Message {
  readonly by: Person;
  /** Epoch milliseconds, whole seconds. */
  readonly at: number;
  /** Paragraphs parted by an empty line; neither quote, mention nor signature: each place writes these its own way. */
  readonly text: string;
  /** Position, in its thread, of the message answered. */
  readonly answers?: number;
  /** The answered message is quoted. */
  readonly quotes?: boolean;
  /** The person answered is named. */
  readonly names?: Person;
  readonly signed?: boolean;
  readonly hidden?: boolean;
  readonly accepted?: boolean;
  readonly edited?: boolean;
  readonly reactions: readonly Reaction[];
}

export type ThreadKind = 'question' | 'introduction' | 'announcement' | 'talk' | 'incident' | 'campaign';

export interface Thread {
  readonly place: Place;
  readonly channel: string;
  readonly kind: ThreadKind;
  readonly language: Language;
  readonly title: string;
  readonly labels: readonly string[];
  readonly closed: boolean;
  /** False for small talk in the chat, where people answer below each other and not in a thread. */
  readonly threaded: boolean;
  readonly messages: readonly Message[];
}

export interface Pair {
  /** What both accounts share. */
  readonly by: 'email' | 'handle' | 'name';
  readonly places: readonly [Place, Place];
  readonly shared: string;
}

export interface CampaignTruth {
  readonly name: string;
  /** A Monday (YYYY-MM-DD). */
  readonly startsOn: string;
  /** The figure of the product it was meant to move, counted among threads that a member opened. */
  readonly figure: 'member_answered_share';
  /** What it truly added to the figure, as a share (0.25 is 25 points). */
  readonly effect: number;
}

/** What the generator knows and the product has to find. */
export interface Truth {
  readonly campaign: CampaignTruth;
  readonly sham: CampaignTruth;
  readonly recall: { readonly startsOn: string; readonly endsOn: string };
  readonly incidents: readonly { readonly on: string; readonly kind: 'spam' | 'quarrel'; readonly place: Place }[];
  /** Accounts of one person, that the product should suggest to bring together. */
  readonly onePerson: readonly Pair[];
  /** Accounts of two people that look alike. */
  readonly namesakes: readonly Pair[];
  readonly people: number;
  readonly silent: number;
}

export interface Demo {
  /** First and last day (YYYY-MM-DD, in Paris). */
  readonly from: string;
  readonly until: string;
  readonly people: readonly Person[];
  /** In the order in which they were opened. */
  readonly threads: readonly Thread[];
  readonly truth: Truth;
}
