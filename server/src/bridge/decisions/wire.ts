import { z } from 'zod';
import { Email, PersonName } from '#workspace/people/wire.ts';
import { ANSWERS } from './model.ts';

export const AnswerName = z.enum(ANSWERS);
export type { Answer } from './model.ts';

export const Day = z.iso.date().refine((day) => day >= '1900-01-01' && day < '3000-01-01');
const Reason = z.string().trim().min(1).max(2000);

export const InsightParams = z.object({ insightId: z.uuid() });

/** `version`: the one that was read; an insight changed since is left as it is. */
const Versioned = z.strictObject({ version: z.number().int() });

/** An answer, by a colleague or by a link. `until` only with `later`. */
const Given = z.strictObject({
  answer: AnswerName,
  until: Day.optional(),
  option: z.string().trim().min(1).max(300).optional(),
  reason: Reason,
});
export const GivenOutside = Given;
export const GiveAnswer = Versioned.extend(Given.shape);
export type GiveAnswer = z.output<typeof GiveAnswer>;

export const NoteDelivery = Versioned.extend({
  day: Day,
  text: Reason,
  url: z
    .url({ protocol: /^https?$/ })
    .max(2000)
    .optional(),
});
export type NoteDelivery = z.output<typeof NoteDelivery>;

export const HandOver = Versioned.extend({
  due: Day,
  to: z.union([
    z.strictObject({ ownerId: z.uuid() }),
    z.strictObject({ outside: z.strictObject({ name: PersonName, email: Email }) }),
  ]),
});
export type HandOver = z.output<typeof HandOver>;

export const MadeLink = z.object({ token: z.string(), expiresAt: z.iso.datetime() });
export type MadeLink = z.output<typeof MadeLink>;
