/** Tasks for the test of the offload. */
export interface Numbers {
  readonly values: Float64Array;
}

export function doubled({ values }: Numbers): Numbers {
  return { values: values.map((value) => value * 2) };
}

/** Counts for long: some hundred thousand a millisecond. */
export function busy({ until }: { readonly until: number }): number {
  let sum = 0;
  for (let n = 0; n < until; n += 1) sum += Math.sqrt(n) % 2;
  return sum >= 0 ? until : sum;
}

export function fails(what: string): never {
  throw new Error(`no way over the ${what}`);
}
