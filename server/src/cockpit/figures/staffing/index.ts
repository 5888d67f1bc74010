import type { Figure } from '#cockpit/figures/index.ts';
import { MODERATION_LOAD, PRESENCE, REPLY_SLA } from './model.ts';
import { notYet, presence } from './rules.ts';

/** Whether the house is there, and keeps what it owes. */
export const STAFFING_FIGURES: readonly Figure[] = [
  { ...PRESENCE, finish: presence },
  { ...MODERATION_LOAD, finish: notYet },
  { ...REPLY_SLA, finish: notYet },
];
