export { followRun } from './service.ts';
export type { CourseDeps, CourseEnd, Source } from './service.ts';
export { filesToRead } from './rules.ts';
