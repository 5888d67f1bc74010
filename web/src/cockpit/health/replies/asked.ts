/** What was asked for, read from the request that gives the same answer: a list of threads then is of the very same slice. */
export function askedOf(request: string): Readonly<Record<string, readonly string[]>> {
  const { searchParams } = new URL(request, 'http://local');
  const asked: Record<string, readonly string[]> = {};
  for (const name of new Set(searchParams.keys())) if (name !== 'compare') asked[name] = searchParams.getAll(name);
  return asked;
}
