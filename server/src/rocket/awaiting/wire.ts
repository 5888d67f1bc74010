import { z } from 'zod';

const BandState = z.enum(['present', 'weak', 'absent', 'unjudged']);

export const AwaitingView = z.object({
  /** What awaits whoever asks, by the page of the navigation; a page without anything is left out. `late`: some of it is past its day. */
  pages: z.record(z.string(), z.object({ count: z.number().int(), late: z.boolean() })),
  /** As the rocket check finds the stages, after every change; of what comes in it hears within half a minute. */
  stages: z.object({ cockpit: BandState, bridge: BandState, field: BandState }),
});
export type AwaitingView = z.output<typeof AwaitingView>;
