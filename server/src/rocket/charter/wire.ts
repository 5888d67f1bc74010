import { z } from 'zod';
import { FUNCTIONS } from '#kernel/actor.ts';
import { ISSUES } from './model.ts';

const Letter = z.enum(['R', 'A', 'C', 'I']);
export type LetterView = z.output<typeof Letter>;
const FunctionName = z.enum(FUNCTIONS);
const Words = z.object({ fr: z.string(), en: z.string() });
const Stage = z.enum(['cockpit', 'bridge', 'field', 'house']);

export const CharterLine = z.object({
  id: z.string(),
  stage: Stage,
  name: Words,
  about: Words,
  isPilots: z.boolean(),
  /** Whether doing it leaves traces in the record. */
  isTraced: z.boolean(),
  /** Letters by function. */
  functions: z.partialRecord(FunctionName, Letter),
  /** By person: the line written for him alone, the letter that counts, and how often he was seen at it. */
  people: z.array(
    z.object({ colleagueId: z.uuid(), own: Letter.nullable(), letter: Letter.nullable(), deeds: z.number().int() }),
  ),
  issues: z.array(z.enum(ISSUES)),
});
export type CharterLine = z.output<typeof CharterLine>;

export const CharterView = z.object({
  items: z.array(CharterLine),
  people: z.array(
    z.object({ id: z.uuid(), name: z.string(), functions: z.array(FunctionName), title: z.string().nullable() }),
  ),
  /** The titles of the house, each with the functions it stands for. */
  titles: z.array(z.object({ name: z.string(), functions: z.array(FunctionName) })),
  /** Over which days the record was read. */
  window: z.object({ from: z.iso.date(), until: z.iso.date() }),
  /** Nobody has written a line yet. */
  isBlank: z.boolean(),
  can: z.object({ set: z.boolean() }),
});
export type CharterView = z.output<typeof CharterView>;

export const LineParams = z.object({ responsibility: z.string().max(40) });

/** One of `function` and `colleagueId`. `was`: the letter that was read; `letter` null: none. */
export const SetLetter = z
  .strictObject({
    function: FunctionName.nullable(),
    colleagueId: z.uuid().nullable(),
    was: Letter.nullable(),
    letter: Letter.nullable(),
  })
  .refine(({ function: name, colleagueId }) => (name === null) !== (colleagueId === null), { path: ['function'] });
export type SetLetter = z.output<typeof SetLetter>;

export const Proposed = z.object({ lines: z.number().int() });
