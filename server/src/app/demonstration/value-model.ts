import type { EventKind, Source, StreamId } from '#cockpit/value/index.ts';
import type { Language } from '#kernel/language.ts';

type Words = Readonly<Record<Language, string>>;

/** Who said so: functions, as nobody here is real. */
const WHO = {
  support: { fr: 'Responsable du support', en: 'Head of support' },
  finance: { fr: 'Contrôle de gestion', en: 'Management accounting' },
  product: { fr: 'Chef de produit', en: 'Product manager' },
  team: { fr: 'Équipe communauté', en: 'Community team' },
} as const satisfies Readonly<Record<string, Words>>;

export interface MadeRange {
  readonly three: readonly [low: number, likely: number, high: number];
  readonly who: Words;
  readonly from: Source;
  readonly note?: Words;
  readonly figure?: string;
}

export interface MadeLine {
  readonly stream: StreamId;
  readonly name: Words;
  readonly event?: EventKind;
  readonly inputs: Readonly<Record<string, MadeRange>>;
}

const range = (
  three: MadeRange['three'],
  who: keyof typeof WHO,
  from: Source,
  more: Pick<MadeRange, 'note' | 'figure'> = {},
): MadeRange => ({ three, who: WHO[who], from, ...more });

const SURVEY = {
  fr: 'Enquête de printemps, 212 réponses sur 640 envois',
  en: 'Spring survey, 212 answers of 640 sent',
} as const;

/** What a maker of cargo bikes might say of its community; money in cents, made up and plausible. */
export const MADE_LINES: readonly MadeLine[] = [
  {
    stream: 'answers',
    name: { fr: 'Questions résolues entre clients', en: 'Questions solved between customers' },
    event: 'question_solved',
    inputs: {
      count: range([650, 770, 900], 'team', 'measured', { figure: 'reply_coverage_7d' }),
      solved: range([0.45, 0.6, 0.75], 'support', 'survey', { note: SURVEY }),
      worth: range([500, 1000, 2000], 'support', 'survey', {
        note: { fr: 'Temps gagné, dit par les clients', en: 'Time saved, as customers say' },
      }),
      due: range([0.35, 0.55, 0.75], 'team', 'guess'),
      anyway: range([0.15, 0.3, 0.5], 'support', 'guess'),
    },
  },
  {
    stream: 'tickets',
    name: { fr: 'Tickets évités chez les lecteurs', en: 'Tickets avoided among readers' },
    event: 'answer_read',
    inputs: {
      count: range([9000, 14_000, 22_000], 'team', 'survey', {
        note: { fr: 'Statistiques du site, robots retirés', en: 'Site statistics, robots taken out' },
      }),
      otherwise: range([0.01, 0.025, 0.05], 'support', 'survey', { note: SURVEY }),
      ticket: range([700, 950, 1300], 'finance', 'survey', {
        note: { fr: 'Comptes du support, année passée', en: 'Accounts of support, last year' },
      }),
      due: range([0.4, 0.6, 0.8], 'team', 'guess'),
      anyway: range([0.2, 0.35, 0.5], 'support', 'guess'),
    },
  },
  {
    stream: 'stays',
    name: { fr: 'Clients qui équipent encore leur vélo', en: 'Customers who go on fitting out their bike' },
    event: 'member_stayed',
    inputs: {
      members: range([110, 140, 170], 'team', 'measured', { figure: 'active_members' }),
      more: range([0.02, 0.05, 0.09], 'product', 'guess'),
      margin: range([12_000, 18_000, 26_000], 'finance', 'survey', {
        note: { fr: 'Pièces et accessoires', en: 'Parts and accessories' },
      }),
      due: range([0.2, 0.45, 0.7], 'team', 'guess'),
      anyway: range([0.2, 0.4, 0.6], 'product', 'guess'),
    },
  },
  {
    stream: 'ideas',
    name: { fr: 'Idées de membres mises en série', en: 'Ideas of members put into series' },
    event: 'idea_adopted',
    inputs: {
      count: range([2, 4, 7], 'product', 'survey', {
        note: { fr: 'Registre des décisions', en: 'Register of decisions' },
      }),
      worth: range([250_000, 600_000, 1_500_000], 'product', 'guess'),
      due: range([0.3, 0.5, 0.75], 'team', 'guess'),
      anyway: range([0.15, 0.3, 0.5], 'product', 'guess'),
    },
  },
  {
    stream: 'content',
    name: { fr: 'Tutoriels écrits par des membres', en: 'Tutorials written by members' },
    event: 'content_made',
    inputs: {
      count: range([10, 18, 30], 'team', 'survey'),
      worth: range([15_000, 28_000, 45_000], 'finance', 'survey', {
        note: { fr: 'Prix d’un rédacteur', en: 'Price of a writer' },
      }),
      due: range([0.4, 0.6, 0.8], 'team', 'guess'),
      anyway: range([0.05, 0.15, 0.3], 'team', 'guess'),
    },
  },
  {
    stream: 'people',
    name: { fr: 'Animation et pilotage', en: 'Hosting and piloting' },
    inputs: {
      posts: range([0.2, 0.25, 0.32], 'finance', 'survey'),
      salary: range([4_200_000, 4_600_000, 5_200_000], 'finance', 'survey'),
    },
  },
  {
    stream: 'tools',
    name: { fr: 'Forum et salon hébergés', en: 'Hosted forum and chat' },
    inputs: { amount: range([90_000, 120_000, 160_000], 'finance', 'survey') },
  },
  {
    stream: 'perks',
    name: { fr: 'Ateliers du soir et remerciements', en: 'Evening workshops and thank-yous' },
    inputs: {
      count: range([3, 5, 8], 'team', 'survey'),
      each: range([6000, 10_000, 16_000], 'team', 'survey'),
    },
  },
  {
    stream: 'harm',
    name: { fr: 'Jours de crise', en: 'Days of crisis' },
    inputs: {
      count: range([1, 2, 4], 'support', 'guess'),
      each: range([15_000, 40_000, 120_000], 'support', 'guess', {
        note: { fr: 'Rappel des freins compris', en: 'The recall of brakes included' },
      }),
    },
  },
];

export interface MadeScenario {
  readonly name: Words;
  /** By stream, then by input. */
  readonly ranges: Readonly<Partial<Record<StreamId, Readonly<Record<string, MadeRange>>>>>;
}

export const MADE_SCENARIOS: readonly MadeScenario[] = [
  {
    name: { fr: 'Prudent', en: 'Cautious' },
    ranges: {
      ideas: { count: range([1, 2, 4], 'finance', 'guess'), due: range([0.15, 0.3, 0.5], 'finance', 'guess') },
      tickets: { otherwise: range([0.005, 0.012, 0.025], 'finance', 'guess') },
    },
  },
  {
    name: { fr: 'Confiant', en: 'Hopeful' },
    ranges: {
      ideas: { count: range([4, 6, 9], 'product', 'guess') },
      stays: { more: range([0.04, 0.08, 0.12], 'product', 'guess') },
    },
  },
];
