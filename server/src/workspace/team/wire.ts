import { z } from 'zod';
import { FUNCTIONS } from '#kernel/actor.ts';
import { Functions, Title } from '#workspace/people/wire.ts';

const ColleagueLine = z.object({
  id: z.string(),
  name: z.string(),
  email: z.string(),
  functions: z.array(z.enum(FUNCTIONS)),
  title: z.string().optional(),
  joinedAt: z.string(),
  version: z.number(),
  isYou: z.boolean(),
});

export const TeamPage = z.object({
  items: z.array(ColleagueLine),
  can: z.object({ change: z.boolean(), invite: z.boolean() }),
});
export type TeamPage = z.output<typeof TeamPage>;

export const ColleagueParams = z.object({ colleagueId: z.uuid() });

/** Absent: left as it is. A null title: none. */
export const ChangeColleague = z.strictObject({
  version: z.int().min(1),
  functions: Functions.optional(),
  title: Title.nullable().optional(),
});
export type ChangeColleague = z.output<typeof ChangeColleague>;

export const HouseTitle = z.object({
  id: z.string(),
  name: z.string(),
  functions: z.array(z.enum(FUNCTIONS)),
  version: z.number(),
});
export type HouseTitle = z.output<typeof HouseTitle>;

export const TitlesPage = z.object({ items: z.array(HouseTitle), can: z.object({ change: z.boolean() }) });
export type TitlesPage = z.output<typeof TitlesPage>;

export const TitleParams = z.object({ titleId: z.uuid() });
export const NewTitle = z.strictObject({ name: Title, functions: Functions });
export type NewTitle = z.output<typeof NewTitle>;

export const ChangeTitle = z.strictObject({
  version: z.int().min(1),
  name: Title.optional(),
  functions: Functions.optional(),
});
export type ChangeTitle = z.output<typeof ChangeTitle>;
