/** How tables write the languages one meets most, folded: names in French and in English, and their own. */
const NAMES = `
fr fra fre francais french
en eng anglais english
de deu ger allemand german deutsch
es spa espagnol spanish espanol castellano
it ita italien italian italiano
pt por portugais portuguese portugues
nl nld dut neerlandais dutch nederlands
`;

const BY_NAME: ReadonlyMap<string, string> = new Map(
  NAMES.trim()
    .split('\n')
    .flatMap((line) => {
      const [code = '', ...names] = line.split(' ');
      return names.map((name) => [name, code] as const);
    }),
);

/** The ISO 639-1 code a cell tells (`fr-CA`, `French`, `fra`); undefined where it tells none. */
export function tongueOf(cell: string): string | undefined {
  const folded = cell
    .trim()
    .normalize('NFD')
    .replace(/[\u0300-\u036f]/g, '')
    .toLowerCase();
  const first = folded.split(/[-_]/, 1)[0] ?? '';
  return BY_NAME.get(first) ?? (/^[a-z]{2}$/.test(first) ? first : undefined);
}
