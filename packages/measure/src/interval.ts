/** A range that holds the unknown true value in 95 of 100 repetitions. `high` is Infinity where the data set no bound. */
export interface Interval {
  readonly low: number;
  readonly high: number;
}

/** A measured value with its 95 % interval. */
export interface Estimate extends Interval {
  readonly value: number;
}

/** Two-sided 95 %: the 97.5 % point of the standard normal distribution. */
export const Z95 = 1.959963984540054;
