/** `persons` ≥ 1 people with `each` > 0 contributions apiece: those who contributed, told without their names. */
export interface Holding {
  readonly each: number;
  readonly persons: number;
}

/** The share of all contributions made by the most active `part` of the people, at least one: ⌈part × n⌉ of them. */
export function topShare(holdings: readonly Holding[], part: number): number | undefined {
  const { persons, sum } = totals(holdings);
  if (sum === 0) return undefined;
  // Rounding must not add a person: 0.01 × 700 is 7.000000000000001.
  let left = Math.ceil(persons * part - 1e-9);
  let held = 0;
  for (const { each, persons: many } of descending(holdings)) {
    const taken = Math.min(left, many);
    held += taken * each;
    left -= taken;
  }
  return held / sum;
}

/**
 * The smallest number of people whose summed contributions reach half of all (contributor absence factor, CHAOSS).
 * Zero when there is none.
 */
export function absenceFactor(holdings: readonly Holding[]): number {
  let missing = totals(holdings).sum / 2;
  let people = 0;
  for (const { each, persons } of descending(holdings)) {
    if (missing <= 0) break;
    const taken = Math.min(persons, Math.ceil(missing / each));
    people += taken;
    missing -= taken * each;
  }
  return people;
}

/** Gini's coefficient: 0 when all contribute alike, towards 1 when one person does it all; undefined without any. */
export function gini(holdings: readonly Holding[]): number | undefined {
  const { persons, sum } = totals(holdings);
  if (sum === 0) return undefined;
  let poorer = 0;
  let weighted = 0;
  for (const { each, persons: many } of descending(holdings).reverse()) {
    // Ranks poorer+1 … poorer+many, all with the same value.
    weighted += each * many * (poorer + (many + 1) / 2);
    poorer += many;
  }
  return (2 * weighted) / (persons * sum) - (persons + 1) / persons;
}

/** How many people, and how much they did. */
export function totals(holdings: readonly Holding[]): { persons: number; sum: number } {
  let persons = 0;
  let sum = 0;
  for (const holding of holdings) {
    persons += holding.persons;
    sum += holding.persons * holding.each;
  }
  return { persons, sum };
}

/** The most active first. */
export function descending(holdings: readonly Holding[]): Holding[] {
  return holdings.toSorted((a, b) => b.each - a.each);
}
