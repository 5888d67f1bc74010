import { z } from 'zod';

const Term = z.object({ key: z.string(), written: z.string() });

export const ThemeView = z.object({
  id: z.uuid(),
  name: z.object({ fr: z.string(), en: z.string() }),
  /** `terms`: by the words of the theme as people write them; `person`: somebody named it. */
  namedBy: z.enum(['terms', 'person']),
  terms: z.array(Term),
  /** Somebody shaped it: its words stay when themes are looked for again. */
  held: z.boolean(),
  retired: z.boolean(),
  mergedInto: z.uuid().nullable(),
  splitFrom: z.uuid().nullable(),
  /** Threads about it, and messages that say one of its words, since the beginning. */
  threads: z.number().int(),
  mentions: z.number().int(),
  version: z.number().int(),
});
export type ThemeView = z.output<typeof ThemeView>;

export const ThemesView = z.object({ items: z.array(ThemeView), can: z.object({ correct: z.boolean() }) });
export type ThemesView = z.output<typeof ThemesView>;

export const Segment = z.object({ text: z.string(), hit: z.boolean() });
export type Segment = z.output<typeof Segment>;

export const ToneWord = z.enum(['positive', 'neutral', 'negative']);
export type ToneWord = z.output<typeof ToneWord>;

const When = z.union([z.object({ at: z.iso.datetime() }), z.object({ day: z.iso.date() })]);

/** What somebody said, without his name. */
export const Quote = z.object({
  messageId: z.uuid(),
  threadId: z.uuid().nullable(),
  channelId: z.uuid(),
  place: z.string(),
  when: When,
  words: z.array(Segment),
  tone: ToneWord.nullable(),
  toneBy: z.enum(['lexicon', 'person']).nullable(),
});
export type Quote = z.output<typeof Quote>;

export const ThemeThread = z.object({
  id: z.uuid(),
  title: z.string(),
  place: z.string(),
  messages: z.number().int(),
  /** How many of them mention the theme. */
  mentions: z.number().int(),
  by: z.enum(['terms', 'person']),
});
export type ThemeThread = z.output<typeof ThemeThread>;

export const ThemeDetail = z.object({
  theme: ThemeView,
  persons: z.number().int().nullable(),
  /** Null: too few persons for those who do not work with members by name. */
  quotes: z.array(Quote).nullable(),
  threads: z.array(ThemeThread).nullable(),
  /** Threads somebody took out. */
  out: z.array(z.object({ id: z.uuid(), title: z.string() })).nullable(),
  can: z.object({ correct: z.boolean() }),
});
export type ThemeDetail = z.output<typeof ThemeDetail>;

const Name = z.string().trim().min(1).max(120);
const Version = z.number().int().min(1);

export const ThemesQuery = z.object({ retired: z.enum(['with', 'without']).default('without') });

export const ThemeQuery = z.object({
  /** Only what was said in these days of the workspace's zone: in, out. */
  from: z.iso.date().optional(),
  until: z.iso.date().optional(),
  tone: ToneWord.optional(),
});
export type ThemeQuery = z.output<typeof ThemeQuery>;

export const ThemePatch = z.strictObject({
  version: Version,
  name: z.strictObject({ fr: Name, en: Name }).optional(),
  retired: z.boolean().optional(),
});
export type ThemePatch = z.output<typeof ThemePatch>;

export const ThemeMerge = z.strictObject({ version: Version, intoId: z.uuid() });
export type ThemeMerge = z.output<typeof ThemeMerge>;

export const ThemeSplit = z.strictObject({
  version: Version,
  /** Keys of the terms that leave. */
  terms: z.array(z.string().min(1).max(120)).min(1).max(100),
  name: z.strictObject({ fr: Name, en: Name }).optional(),
});
export type ThemeSplit = z.output<typeof ThemeSplit>;

export const ThreadInTheme = z.strictObject({ belongs: z.boolean() });
