export type { Estimate, Interval } from './interval.ts';
export { difference, effectiveSize, newcombe10, sideOfZero, wilson } from './proportion.ts';
export { poissonExact } from './count.ts';
export { MEDIAN_MINIMUM, medianOf, medianRanks } from './median.ts';
export { kaplanMeier, quantile, quantileInterval, shareBy } from './survival.ts';
export type { Curve, Step, Waiting } from './survival.ts';
export { absenceFactor, gini, topShare } from './concentration.ts';
export type { Holding } from './concentration.ts';
