import { z } from 'zod';
import type { Found, IndicatorId } from '#rocket/traces/index.ts';

/** The stages as the check looks at them, top first. */
export const BANDS = ['cockpit', 'bridge', 'field'] as const;
export type Band = (typeof BANDS)[number];

/** `unjudged`: not one indicator of the band has traces to go by. */
export const BAND_STATES = ['present', 'weak', 'absent', 'unjudged'] as const;
export type BandState = (typeof BAND_STATES)[number];

export const STATES = ['in_place', 'weak', 'missing', 'unavailable'] as const;
export type IndicatorState = (typeof STATES)[number];

/** `steps`: so many of a fixed number of things that must all be there. */
export type Unit = 'share' | 'seconds' | 'per_1000' | 'objectives' | 'steps';

/** One line of the check, declared once. The bounds are the house's own; a workspace may have others, with a reason. */
export interface Indicator {
  readonly id: IndicatorId;
  readonly band: Band;
  readonly unit: Unit;
  /** In place from here on. */
  readonly inPlace: number;
  /** Missing beyond this; `atMissing`: at it as well. */
  readonly missing: number;
  readonly atMissing: boolean;
  readonly better: 'more' | 'less';
  /** The band stands on it: while it is missing the band is absent. */
  readonly bears: boolean;
  /** The bounds may be set for a workspace. */
  readonly isOpen: boolean;
  /** The page on which one does something about it, and the one that shows the traces, inside the workspace. */
  readonly act: `/${string}`;
  readonly traces: `/${string}`;
}

const SHARE = { unit: 'share', better: 'more', atMissing: false, bears: false, isOpen: true } as const;
const NONE = { missing: 0, atMissing: true } as const;

export const INDICATORS: readonly Indicator[] = [
  {
    ...SHARE,
    id: 'objectives',
    band: 'cockpit',
    unit: 'objectives',
    inPlace: 1,
    ...NONE,
    bears: true,
    isOpen: false,
    act: '/course',
    traces: '/course',
  },
  { ...SHARE, id: 'key_results', band: 'cockpit', inPlace: 1, ...NONE, act: '/course', traces: '/course' },
  { ...SHARE, id: 'verdicts', band: 'cockpit', inPlace: 0.6, ...NONE, act: '/proof', traces: '/proof' },
  { ...SHARE, id: 'reviews', band: 'cockpit', inPlace: 0.8, ...NONE, act: '/reviews', traces: '/reviews' },
  {
    ...SHARE,
    id: 'value_model',
    band: 'cockpit',
    unit: 'steps',
    inPlace: 1,
    ...NONE,
    isOpen: false,
    act: '/value',
    traces: '/value',
  },
  {
    ...SHARE,
    id: 'pilot',
    band: 'cockpit',
    unit: 'steps',
    inPlace: 1,
    ...NONE,
    isOpen: false,
    act: '/charter',
    traces: '/charter',
  },
  {
    ...SHARE,
    id: 'tied',
    band: 'bridge',
    inPlace: 0.6,
    missing: 0.2,
    bears: true,
    act: '/actions',
    traces: '/actions',
  },
  { ...SHARE, id: 'hosts', band: 'bridge', inPlace: 0.8, missing: 0.3, act: '/mandates', traces: '/mandates' },
  {
    ...SHARE,
    id: 'signals',
    band: 'bridge',
    unit: 'per_1000',
    inPlace: 2,
    ...NONE,
    act: '/threads',
    traces: '/signals',
  },
  { ...SHARE, id: 'decided', band: 'bridge', inPlace: 0.7, missing: 0.2, act: '/insights', traces: '/decisions' },
  { ...SHARE, id: 'loop', band: 'bridge', inPlace: 0.6, missing: 0.2, act: '/loop', traces: '/loop' },
  {
    ...SHARE,
    id: 'reply_coverage',
    band: 'field',
    inPlace: 0.8,
    missing: 0.5,
    bears: true,
    act: '/health/unanswered',
    traces: '/health/reply_coverage_7d',
  },
  { ...SHARE, id: 'clocks', band: 'field', inPlace: 0.8, missing: 0.5, act: '/inbox', traces: '/health/reply_sla' },
  {
    ...SHARE,
    id: 'welcomed',
    band: 'field',
    inPlace: 0.7,
    missing: 0.3,
    act: '/members',
    traces: '/health/welcomed_24h',
  },
  {
    ...SHARE,
    id: 'moderation',
    band: 'field',
    unit: 'seconds',
    better: 'less',
    inPlace: 86_400,
    missing: 259_200,
    act: '/moderation',
    traces: '/health/moderation_load',
  },
  { ...SHARE, id: 'planned', band: 'field', inPlace: 0.8, missing: 0.4, act: '/calendar', traces: '/calendar' },
  {
    ...SHARE,
    id: 'presence',
    band: 'field',
    inPlace: 0.8,
    missing: 0.4,
    act: '/settings/staff',
    traces: '/health/presence',
  },
];

/** Bounds a workspace set in place of the house's own. */
export interface OwnBounds {
  readonly indicator: string;
  readonly inPlace: number;
  readonly missing: number;
  readonly why: string;
  readonly setBy: string;
  readonly setAt: Date;
  readonly version: number;
}

/** An indicator judged: what was found, against which bounds. */
export interface Judged {
  readonly indicator: Indicator;
  readonly bounds: { readonly inPlace: number; readonly missing: number };
  readonly found: Found;
  readonly state: IndicatorState;
}

/** What the whole comes to, in one word; the words of the house are said by the page. */
export const SENTENCES = [
  'whole',
  'no_cockpit',
  'no_field',
  'apart',
  'ground',
  'bridge_weak',
  'bridge_unjudged',
  'cockpit_weak',
  'cockpit_weak_apart',
  'field_weak',
  'field_weak_apart',
  'field_weak_no_cockpit',
  'cockpit_weak_no_field',
  'growing',
  'growing_apart',
  'field_unjudged',
  'cockpit_unjudged',
  'unjudged',
] as const;
export type Sentence = (typeof SENTENCES)[number];

export type Bands = Readonly<Record<Band, BandState>>;

/** Shares between 0 and 1 of what is in place; null while nothing on that side can be judged. */
export interface Axes {
  readonly animates: number | null;
  readonly pilots: number | null;
}

/** The check of one moment. */
export interface Check {
  readonly indicators: readonly Judged[];
  readonly bands: Bands;
  readonly sentence: Sentence;
  readonly axes: Axes;
}

/** A check as it is kept for a month: what was said then, without the words. */
export const KeptMonth = z.object({
  sentence: z.enum(SENTENCES),
  bands: z.object({ cockpit: z.enum(BAND_STATES), bridge: z.enum(BAND_STATES), field: z.enum(BAND_STATES) }),
  axes: z.object({ animates: z.number().nullable(), pilots: z.number().nullable() }),
  indicators: z.array(z.object({ id: z.string(), state: z.enum(STATES), value: z.number().nullable() })),
});
export type KeptMonth = z.output<typeof KeptMonth>;

/** A month as it is kept: whatever is in the base. */
export interface MonthRow {
  readonly month: string;
  readonly answer: unknown;
}
