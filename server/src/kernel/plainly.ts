/** A value as one text whatever order its fields were written in, for fingerprints; undefined fields are left out. */
export function plainText(value: unknown): string {
  return JSON.stringify(plainly(value));
}

function plainly(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(plainly);
  if (typeof value !== 'object' || value === null) return value;
  const fields = Object.entries(value).filter(([, one]) => one !== undefined);
  return Object.fromEntries(fields.toSorted(([a], [b]) => (a < b ? -1 : 1)).map(([name, one]) => [name, plainly(one)]));
}
