import { z } from 'zod';

const Count = z.number().int();

/** The reply graph as a whole; its groups, bridges and members are asked for apart (`/figures/reply_graph/network`). */
export const ReplyGraph = z.object({
  kind: z.literal('graph'),
  /** Who wrote in the period or was replied to in it, and how many of them have a tie. */
  persons: Count,
  tied: Count,
  ties: Count,
  answers: Count,
  /** Ties whose opposite exists; those kept up over several days. */
  mutual: Count,
  recurring: Count,
  density: z.number(),
  reciprocity: z.number(),
});
export type ReplyGraph = z.output<typeof ReplyGraph>;
