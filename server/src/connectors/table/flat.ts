const DEEPEST = 3;
const MOST_COLUMNS = 500;
const LONGEST_NAME = 200;

/** The fields of one JSON object as text, inner objects by dotted names; lists are left out. Undefined: not an object. */
export function flat(text: string): ReadonlyMap<string, string> | undefined {
  if (!text.trimStart().startsWith('{')) return undefined;
  const cells = new Map<string, string>();
  try {
    const value: unknown = JSON.parse(text);
    if (isObject(value)) fill(cells, value, '', 1);
  } catch {
    return undefined;
  }
  return cells;
}

function fill(cells: Map<string, string>, object: object, prefix: string, depth: number): void {
  for (const [key, value] of Object.entries(object)) {
    if (cells.size >= MOST_COLUMNS) return;
    if (prefix.length + key.length > LONGEST_NAME) continue;
    if (isScalar(value)) cells.set(prefix + key, String(value));
    else if (isObject(value) && depth < DEEPEST) fill(cells, value, `${prefix}${key}.`, depth + 1);
  }
}

function isScalar(value: unknown): value is string | number | boolean {
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean';
}

function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
