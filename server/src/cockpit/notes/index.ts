export { noteRoutes } from './routes.ts';
export type { NotesDeps } from './service.ts';
export { readNotes } from './service.ts';
export type { EventLine, NotesView } from './wire.ts';
