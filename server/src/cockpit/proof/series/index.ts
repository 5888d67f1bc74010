export { seriesOf, spanOf } from './rules.ts';
export { gatherSeries } from './service.ts';
export type { SeriesDeps } from './service.ts';
export type { ProofSlice, Series, SeriesWeek, Wanted } from './model.ts';
