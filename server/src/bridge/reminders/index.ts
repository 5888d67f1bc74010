export type { RemindersDeps } from './service.ts';
export { goRound, ROUND_TASK } from './service.ts';
export { reminderTasks } from './jobs.ts';
