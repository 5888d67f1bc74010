/** Return on investment: (benefit − cost) ÷ cost, in one currency; undefined without a cost. */
export function returnOn(benefit: number, cost: number): number | undefined {
  return cost > 0 ? (benefit - cost) / cost : undefined;
}

/** Net present value: Σ F_t ÷ (1 + i)^t, flows by year, the first today (t = 0); `rate` a year, more than −1. */
export function netPresentValue(flows: readonly number[], rate: number): number {
  return flows.reduce((sum, flow, year) => sum + flow / (1 + rate) ** year, 0);
}

/**
 * Years until what came in has paid what went out, flows by year, the first today, those of a year spread evenly over the
 * year before its date. Undefined: not within these years. The last crossing counts: what is paid stays paid.
 */
export function payback(flows: readonly number[]): number | undefined {
  let sum = 0;
  let found: number | undefined;
  for (const [year, flow] of flows.entries()) {
    const before = sum;
    sum += flow;
    if (sum < 0) found = undefined;
    else if (year === 0) found = 0;
    else if (before < 0) found = year - 1 - before / flow;
  }
  return found;
}
