export type { OwnMissing, PastWeek, Reading, Value } from './model.ts';
export { measure, newestOf, takeReading, weeksBefore } from './service.ts';
export type { Asked, MeasuringDeps } from './service.ts';
