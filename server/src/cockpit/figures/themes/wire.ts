import { z } from 'zod';

const Count = z.number().int();
const Day = z.iso.date();

/** Messages of each tone. */
export const ToneCounts = z.object({ negative: Count, neutral: Count, positive: Count });
export type ToneCounts = z.output<typeof ToneCounts>;

/** Mentions now ÷ mentions in the equal window before, with what chance allows. */
export const Growth = z.discriminatedUnion('state', [
  z.object({
    state: z.literal('told'),
    ratio: z.number(),
    low: z.number(),
    high: z.number(),
    change: z.enum(['up', 'down', 'none']),
  }),
  /** `new`: nobody mentioned it before; `too_few`: too few persons in one of the windows; `partial`: not all of it was watched. */
  z.object({ state: z.literal('cannot_tell'), because: z.enum(['new', 'too_few', 'partial']) }),
]);
export type Growth = z.output<typeof Growth>;

export const ThemeFigure = z.object({
  themeId: z.uuid(),
  /** Messages of persons that say one of its words. */
  mentions: Count,
  persons: Count,
  before: z.object({ mentions: Count, persons: Count }),
  growth: Growth,
  /** Mentions in each point of the course. */
  course: z.array(Count),
});
export type ThemeFigure = z.output<typeof ThemeFigure>;

/** What people speak of, most mentioned first. A message may mention several themes, and most mention none. */
export const Themes = z.object({
  kind: z.literal('themes'),
  /** Of all, whatever they speak of. */
  contributions: Count,
  persons: Count,
  themes: z.array(ThemeFigure),
  points: z.array(z.object({ from: Day, until: Day, partial: z.boolean() })),
  bucket: z.enum(['week', 'month']),
});
export type Themes = z.output<typeof Themes>;

/** How often the reading of tones was right on texts labelled by hand, and how it errs. */
export const ToneError = z.object({
  of: Count,
  right: Count,
  share: z.number(),
  low: z.number(),
  high: z.number(),
  /** Rows: as people hear it, negative, neutral, positive; columns: as it was read. */
  confusion: z.array(z.array(Count).length(3)).length(3),
});
export type ToneError = z.output<typeof ToneError>;

const Interval = z.object({ low: z.number(), high: z.number() });

export const Tone = z.object({
  kind: z.literal('tone'),
  counts: ToneCounts,
  persons: Count,
  /** Messages in languages whose words of tone are not known, or not read yet. */
  unjudged: Count,
  /** How many messages were judged in each language; `error` null: nothing was measured for it. */
  languages: z.array(z.object({ language: z.string(), judged: Count, error: ToneError.nullable() })),
  /** Themes with enough persons; never one person's. `negative`, `positive`: intervals of these shares. */
  themes: z.array(
    z.object({
      themeId: z.uuid(),
      counts: ToneCounts,
      persons: Count,
      negative: Interval,
      positive: Interval,
    }),
  ),
});
export type Tone = z.output<typeof Tone>;
