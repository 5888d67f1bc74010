export type { NewLetter, Post } from './model.ts';
export type { LettersDeps, SendingDeps } from './service.ts';
export { writeLetter } from './service.ts';
export { letterRoutes } from './routes.ts';
export { letterTasks } from './jobs.ts';
