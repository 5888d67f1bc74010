import { z } from 'zod';

const Step = z.object({
  id: z.string(),
  done: z.boolean(),
  /** The page inside the workspace where one does it. */
  act: z.string(),
});
export type StepView = z.output<typeof Step>;

export const PathView = z.object({
  /** From a field alone to the whole rocket. */
  steps: z.array(Step),
  /** For somebody without a mandate yet. */
  proof: z.array(Step),
});
export type PathView = z.output<typeof PathView>;
