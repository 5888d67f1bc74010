import { z } from 'zod';
import { AtRisk, Lifecycle } from '#cockpit/figures/lifecycle/wire.ts';
import { Concentration } from '#cockpit/figures/concentration/wire.ts';
import { ReplyGraph } from '#cockpit/figures/graph/wire.ts';
import { AnswerTimes, FirstRepliers, Unanswered } from '#cockpit/figures/replies/wire.ts';
import { Blocks, Cohorts } from '#cockpit/figures/retention/wire.ts';
import { Themes, Tone } from '#cockpit/figures/themes/wire.ts';
import { SLICES, UNITS } from './model.ts';

const list = <T extends z.ZodType>(of: T) =>
  z.union([of, z.array(of).max(50)]).transform((value) => (Array.isArray(value) ? value : [value]));

/** A day of the workspace's zone. */
const Day = z.iso.date();
/** Years of four digits: how long a period may be is told by the figures themselves. */
const AskedDay = Day.refine((day) => day >= '1000-01-01' && day < '3000-01-01');

/** A name it does not know is refused: a slice misspelt would be answered with the number of everything. */
export const FigureQuery = z.strictObject({
  /** In. Absent: 90 days before `until`. */
  from: AskedDay.optional(),
  /** Out. Absent: the day after the newest activity, today left out. */
  until: AskedDay.optional(),
  /** The period said by its length, up to `until`; `all`: from the first day watched. Not together with `from`. */
  days: z.enum(['28', '90', '365', 'all']).optional(),
  place: list(z.uuid()).optional(),
  channel: list(z.uuid()).optional(),
  /** Only what members of this segment wrote, and the threads they opened: one that was written, or one there always is. */
  segment: z.union([z.uuid(), z.string().regex(/^[a-z_]{1,40}$/)]).optional(),
  /** Only what stands in threads about one of them, and these threads. */
  theme: list(z.uuid()).optional(),
  /** Only messages in one of them, and threads opened in it; `und`: where it is not known. */
  language: list(z.string().regex(/^[a-z]{2,3}$/)).optional(),
  /** Only threads that ask something, or only others; those not read are neither. */
  kind: z.enum(['question', 'other']).optional(),
  /** What the value is set against: the equal window just before, that of a year before, both (the default) or none. */
  compare: z.enum(['both', 'previous', 'year', 'none']).default('both'),
});
export type FigureQuery = z.output<typeof FigureQuery>;

/** One value each, as a figure that is followed is cut; a foreign id and a missing one are the same refusal. */
export const SingleSlice = z.strictObject({
  place: z.uuid().optional(),
  channel: z.uuid().optional(),
  segment: FigureQuery.shape.segment,
  theme: z.uuid().optional(),
  language: z
    .string()
    .regex(/^[a-z]{2,3}$/)
    .optional(),
  kind: FigureQuery.shape.kind,
});
export type SingleSlice = z.output<typeof SingleSlice>;

/** A panel of some figures, in the order they are named; all of them when none is. */
export const PanelQuery = FigureQuery.extend({ figure: list(z.string().max(60)).optional() });

export const FigureParams = z.object({ figureId: z.string().max(60) });

/** What a figure is, in the reader's language. */
export const FigureCard = z.object({
  id: z.string(),
  name: z.string(),
  definition: z.string(),
  population: z.string(),
  exclusions: z.string(),
  unit: z.enum(UNITS),
  direction: z.enum(['more_is_better', 'less_is_better', 'neither']),
  /** What a place must give for it. */
  needs: z.array(z.enum(['replies', 'hours', 'reactions'])),
  /** The sample below which it is greyed; 0: shown always. */
  minimum: z.number().int(),
  slices: z.array(z.enum(SLICES)),
});
export type FigureCard = z.output<typeof FigureCard>;

export const FigureRegistry = z.object({
  items: z.array(FigureCard),
  /** `differ`: see figures beside other counts, which may tell of a few persons. */
  can: z.object({ differ: z.boolean() }),
});
export type FigureRegistry = z.output<typeof FigureRegistry>;

const Window = z.object({ from: Day, until: Day });

/** Numbers that lie beyond what was watched (more than half still unanswered) are null. */
const Beyond = z.number().nullable();
const Interval = z.object({ low: Beyond, high: Beyond });
const Difference = z.object({ value: z.number(), low: Beyond, high: Beyond });

export const Reason = z.enum([
  'no_places',
  'nothing_yet',
  'nothing_selected',
  'no_source',
  'no_staff',
  'no_affiliation',
  'not_watched',
  'private',
  'no_replies',
  'no_hours',
  'no_reactions',
  'window_too_short',
  'nothing_to_measure',
]);

export const FigureValue = z.discriminatedUnion('state', [
  /** `n` of `of` things; `interval` holds the true value 95 times in 100. */
  z.object({
    state: z.literal('value'),
    value: Beyond,
    interval: Interval,
    n: z.number(),
    of: z.number(),
    sample: z.number(),
  }),
  /** To be shown as "n of …", greyed, and used for nothing. */
  z.object({
    state: z.literal('too_few'),
    n: z.number(),
    of: z.number(),
    sample: z.number(),
    minimum: z.number(),
  }),
  z.object({ state: z.literal('unavailable'), reason: Reason }),
]);
export type FigureValue = z.output<typeof FigureValue>;

const Change = z.enum(['up', 'down', 'none', 'cannot_tell']);

export const FigureComparison = z.object({
  window: Window,
  value: FigureValue,
  /** `none`: the difference may be chance. */
  change: Change,
  /** Why it cannot be told. */
  because: z.enum(['private', 'partial', 'places_differ', 'too_few', 'nothing_before']).nullable(),
  /** In the figure's unit; for seconds the natural logarithm of the ratio. Null where it cannot be told. */
  difference: Difference.nullable(),
  sentence: z.string(),
});
export type FigureComparison = z.output<typeof FigureComparison>;

const Point = z.object({
  from: Day,
  until: Day,
  value: FigureValue,
  /** Shorter than a whole week or month, or sticking out of what was watched. */
  partial: z.boolean(),
});

const Named = z.object({ id: z.uuid(), name: z.string() });

const LeftOut = z.array(z.object({ place: Named, reason: z.enum(['no_replies', 'no_hours', 'no_reactions']) }));

/** `because`: where the window came from. `partial`: it sticks out of what was watched. */
const AnswerWindow = Window.extend({
  zone: z.string(),
  because: z.enum(['asked', 'latest_activity', 'today']),
  partial: z.boolean(),
});

const Freshness = z.object({
  /** The newest fact of the selection: an instant, or a day where the place gives no hour. */
  newest: z.union([z.object({ at: z.iso.datetime() }), z.object({ day: Day })]).nullable(),
  /** When the facts were last taken from the base, and how many seconds ago that is. */
  readAt: z.iso.datetime(),
  age: z.number(),
  engine: z.enum(['duckdb', 'postgres']),
});

export const FigureAnswer = z.object({
  figure: FigureCard,
  window: AnswerWindow,
  value: FigureValue,
  /** What the value is made of (new, reactivated, lost) or what stands beside it (p90, staff, members, unripe). */
  parts: z.record(z.string(), Beyond),
  /** Places that do not give what the figure needs; the others were computed. */
  leftOut: LeftOut,
  previous: FigureComparison.nullable(),
  yearAgo: FigureComparison.nullable(),
  /** Of the previous window, or of the year before when only that was asked. */
  changed: Change,
  /** The value and what became of it, in one plain sentence. */
  sentence: z.string(),
  series: z.object({ bucket: z.enum(['week', 'month']), points: z.array(Point) }),
  freshness: Freshness,
  /** The request that gives this same answer. */
  request: z.string(),
});
export type FigureAnswer = z.output<typeof FigureAnswer>;

export const FigurePanel = z.object({ items: z.array(FigureAnswer) });
export type FigurePanel = z.output<typeof FigurePanel>;

/** What a figure's page draws beyond the trend; one line for each kind, told apart by `kind`. */
export const FigureDetailBody = z.discriminatedUnion('kind', [
  Concentration,
  AnswerTimes,
  Unanswered,
  FirstRepliers,
  Cohorts,
  Blocks,
  Lifecycle,
  AtRisk,
  ReplyGraph,
  Themes,
  Tone,
]);
export type FigureDetailBody = z.output<typeof FigureDetailBody>;

export const FigureDetail = z.object({
  figure: FigureCard,
  window: AnswerWindow,
  detail: z.union([
    FigureDetailBody,
    z.object({ kind: z.literal('unavailable'), reason: Reason.or(z.literal('no_detail')) }),
  ]),
  leftOut: LeftOut,
  freshness: Freshness,
  /** The request that gives this same answer. */
  request: z.string(),
});
export type FigureDetail = z.output<typeof FigureDetail>;
