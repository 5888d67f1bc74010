import type { Language } from '#kernel/language.ts';

export type Words = Readonly<Record<Language, string>>;

/** Days: the last so many before the moment the segment is looked at, or between two (in, out; null: no bound). */
export type Within = { readonly last: number } | { readonly from: string | null; readonly until: string | null };

export type MemberKind = 'person' | 'staff' | 'bot';

/** Where somebody stands. Everybody who ever contributed stands in exactly one; the first that fits. */
export const STATES = ['new', 'returned', 'core', 'active', 'fading', 'dormant', 'gone'] as const;
export type State = (typeof STATES)[number];

/** One thing that can be said of a member. Contributions are posts and replies, wherever they were made. */
export type Condition =
  | {
      readonly is: 'activity';
      readonly how: 'at_least' | 'at_most';
      readonly count: number;
      readonly within: Within;
    }
  /** Answered at least so many other persons: whoever the place says was replied to, else whoever opened the thread. */
  | { readonly is: 'answered'; readonly people: number; readonly within: Within }
  | { readonly is: 'state'; readonly states: readonly State[] }
  | { readonly is: 'first'; readonly within: Within }
  | { readonly is: 'last'; readonly within: Within }
  /** Contributed there at least once. */
  | { readonly is: 'place'; readonly places: readonly string[] }
  | { readonly is: 'channel'; readonly channels: readonly string[] }
  | { readonly is: 'theme'; readonly themes: readonly string[] }
  /** Belongs to one of them at that moment; capitals do not matter. */
  | { readonly is: 'affiliation'; readonly organisations: readonly string[] }
  | { readonly is: 'kind'; readonly kinds: readonly MemberKind[] };

export type Rule =
  | Condition
  | { readonly is: 'all'; readonly rules: readonly Rule[] }
  | { readonly is: 'any'; readonly rules: readonly Rule[] }
  | { readonly is: 'not'; readonly rule: Rule };

/** A piece of SQL that gives `(member_id)`, and what fills its `$k…`. */
export interface Compiled {
  readonly sql: string;
  readonly params: readonly (string | number | readonly string[])[];
}

export const PRESET_IDS = ['new_and_active', 'fading_core', 'silent', 'most_helpful', 'staff'] as const;
export type PresetId = (typeof PRESET_IDS)[number];

/** A segment everybody has, declared once. */
export interface Preset {
  readonly id: PresetId;
  readonly name: Words;
  readonly definition: Words;
  readonly rule: Rule;
}

const PERSON = { is: 'kind', kinds: ['person'] } as const;

export const PRESETS: readonly Preset[] = [
  {
    id: 'new_and_active',
    name: { fr: 'Nouveaux et actifs', en: 'New and active' },
    definition: {
      fr: 'Personnes dont la première contribution date de 30 jours au plus et qui en ont fait au moins 3.',
      en: 'Persons whose first contribution lies in the last 30 days and who made at least 3.',
    },
    rule: {
      is: 'all',
      rules: [
        PERSON,
        { is: 'first', within: { last: 30 } },
        { is: 'activity', how: 'at_least', count: 3, within: { last: 30 } },
      ],
    },
  },
  {
    id: 'fading_core',
    name: { fr: 'Piliers qui s’éloignent', en: 'Fading core' },
    definition: {
      fr: 'Personnes qui ont fait au moins 8 contributions en 120 jours, et aucune dans les 30 derniers.',
      en: 'Persons who made at least 8 contributions in 120 days, and none in the last 30.',
    },
    rule: {
      is: 'all',
      rules: [
        PERSON,
        { is: 'activity', how: 'at_least', count: 8, within: { last: 120 } },
        { is: 'activity', how: 'at_most', count: 0, within: { last: 30 } },
      ],
    },
  },
  {
    id: 'silent',
    name: { fr: 'Silencieux', en: 'Silent' },
    definition: {
      fr: 'Personnes qui n’ont rien écrit depuis 90 jours, celles qui n’ont jamais écrit comprises.',
      en: 'Persons who wrote nothing in the last 90 days, those who never wrote included.',
    },
    rule: {
      is: 'all',
      rules: [PERSON, { is: 'activity', how: 'at_most', count: 0, within: { last: 90 } }],
    },
  },
  {
    id: 'most_helpful',
    name: { fr: 'Les plus serviables', en: 'Most helpful' },
    definition: {
      fr: 'Personnes qui ont répondu à au moins 5 autres personnes en 90 jours.',
      en: 'Persons who answered at least 5 other persons in 90 days.',
    },
    rule: { is: 'all', rules: [PERSON, { is: 'answered', people: 5, within: { last: 90 } }] },
  },
  {
    id: 'staff',
    name: { fr: 'Équipe', en: 'Staff' },
    definition: {
      fr: 'Membres de l’équipe : par leur rôle dans un lieu, par les règles de l’espace, ou désignés à la main. Les indicateurs, qui portent sur les personnes, ne la comptent pas.',
      en: 'Staff: by their role in a place, by the rules of the workspace, or said by hand. Figures, which are about persons, do not count them.',
    },
    rule: { is: 'kind', kinds: ['staff'] },
  },
];

/** A segment somebody wrote. */
export interface Segment {
  readonly id: string;
  readonly name: string;
  readonly rule: Rule;
  readonly shared: boolean;
  readonly ownerId: string;
  readonly version: number;
  readonly changedAt: Date;
}
