/**
 * A level that wanders: observation = level + noise of variance 1, level moves by steps of variance `steps`, and stands
 * at exactly 0 in the first week.
 */
export interface Filtered {
  /** What each observed week tells that those before did not, scaled to variance 1. */
  readonly fresh: readonly (readonly number[])[];
  /** Σ ln of the variances that were scaled away: ln |V|. */
  readonly logVariance: number;
  /** For each column, where the level stands in the last week, and the variance of that. */
  readonly level: readonly number[];
  readonly variance: number;
}

/**
 * The Kalman filter, run on several columns at once with the same gains. `observed` says in which weeks something was
 * seen; the numbers of other weeks are not looked at. Same as multiplying by L⁻¹ where V = I + steps · min(t, t') = L L',
 * in time proportional to the weeks.
 */
export function filterLevel(
  columns: readonly (readonly number[])[],
  observed: readonly boolean[],
  steps: number,
): Filtered {
  const level = columns.map(() => 0);
  const fresh: number[][] = columns.map(() => []);
  let variance = 0;
  let logVariance = 0;
  for (const [week, isSeen] of observed.entries()) {
    if (week > 0) variance += steps;
    if (!isSeen) continue;
    const total = variance + 1;
    const gain = variance / total;
    for (const [at, column] of columns.entries()) {
      const news = (column[week] ?? 0) - (level[at] ?? 0);
      fresh[at]?.push(news / Math.sqrt(total));
      level[at] = (level[at] ?? 0) + gain * news;
    }
    logVariance += Math.log(total);
    variance = gain;
  }
  return { fresh, logVariance, level, variance };
}
