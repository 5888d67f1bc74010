import { z } from 'zod';

const Counts = z.array(z.number().int()).length(3);

/** How often a text of each tone was heard as negative, neutral, positive. */
const ToneError = z.object({ negative: Counts, neutral: Counts, positive: Counts });

/** Questions found and missed; other openings taken for questions, and left alone. */
const QuestionError = z.object({
  found: z.number().int(),
  missed: z.number().int(),
  invented: z.number().int(),
  left: z.number().int(),
});

export const UnderstandingView = z.object({
  /** `never`: no text was read yet. */
  state: z.enum(['never', 'waiting', 'under_way', 'done']),
  step: z.enum(['listening', 'reading']).nullable(),
  read: z.number().int(),
  total: z.number().int(),
  finishedAt: z.iso.datetime().nullable(),
  /** On texts labelled by hand, by language. */
  measured: z.object({
    tone: z.object({ fr: ToneError, en: ToneError }),
    questions: z.object({ fr: QuestionError, en: QuestionError }),
  }),
  can: z.object({ read: z.boolean() }),
});
export type UnderstandingView = z.output<typeof UnderstandingView>;

/** Null: back to what the words say. */
export const ToneCorrection = z.strictObject({ tone: z.enum(['positive', 'neutral', 'negative']).nullable() });
export type ToneCorrection = z.output<typeof ToneCorrection>;

/** Null: back to what the words, or the place's own marks, say. */
export const KindCorrection = z.strictObject({ kind: z.enum(['question', 'other']).nullable() });
export type KindCorrection = z.output<typeof KindCorrection>;
