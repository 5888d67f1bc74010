import { foldAccents } from '#platform/text/index.ts';
import type { Corpus } from './corpus.ts';
import type { Form, Term, Unit } from './model.ts';
import { giveTurn } from './turns.ts';
import { byText } from './units.ts';

export interface NamedTerm {
  readonly key: string;
  readonly term: Term;
  /** Whether it is the name of somebody here, and written as a name. */
  isName(names: ReadonlySet<string>): boolean;
}

/** Written as a name: with a capital letter where none is due, in this share of its uses. */
const AS_NAME = 0.5;

/** How units are written by people; the numbers are those of `units`. */
export async function termsOf(corpus: Corpus, units: readonly Unit[]): Promise<(unit: number) => NamedTerm> {
  const forms = formsByStem(corpus);
  const surfaces = await surfacesOfPairs(corpus, units);
  return (number) => {
    const unit = units[number] ?? { key: '', stems: [], texts: 0 };
    const [only = -1] = unit.stems;
    const written =
      unit.stems.length === 1 ? writtenAs(forms.get(only) ?? []) : writtenAs(surfaces.get(unit.key) ?? []);
    return {
      key: unit.key,
      term: { key: unit.key, texts: unit.texts, written },
      isName: (names) => unit.stems.length === 1 && isNameIn(names, forms.get(only) ?? []),
    };
  };
}

function formsByStem({ forms }: Corpus): ReadonlyMap<number, readonly Form[]> {
  const byStem = new Map<number, Form[]>();
  for (const form of forms) {
    const others = byStem.get(form.stem);
    if (others === undefined) byStem.set(form.stem, [form]);
    else others.push(form);
  }
  return byStem;
}

interface Surface {
  readonly written: string;
  readonly language: string;
  count: number;
}

/** Each pair as it stands in the texts, with what ties its words. */
async function surfacesOfPairs(
  corpus: Corpus,
  units: readonly Unit[],
): Promise<ReadonlyMap<string, readonly Surface[]>> {
  const codes = new Map(
    units.flatMap(({ key, stems: [a, b] }) =>
      a === undefined || b === undefined
        ? []
        : [[a * corpus.stems.length + b, { key, found: new Map<string, Surface>() }]],
    ),
  );
  for (const [n, { start, end }] of corpus.texts.entries()) {
    await giveTurn(n);
    for (let at = start + 2; at < end; at += 2) {
      const link = corpus.linkAt(at);
      const [before, here] = [corpus.formAt(at - 2), corpus.formAt(at)];
      if (link === 0 || before === undefined || here === undefined) continue;
      const pair = codes.get(before.stem * corpus.stems.length + here.stem);
      if (pair === undefined) continue;
      const written = `${before.written}${corpus.links[link] ?? ' '}${here.written}`;
      const surface = pair.found.get(`${here.language} ${written}`) ?? { written, language: here.language, count: 0 };
      surface.count += 1;
      pair.found.set(`${here.language} ${written}`, surface);
    }
  }
  return new Map([...codes.values()].map(({ key, found }) => [key, [...found.values()]]));
}

/** A language in which a term is written less often than this share of its uses does not name it. */
const SPOKEN = 0.1;

/** The form used most often, in all and in each of the two languages of the house. */
function writtenAs(forms: readonly { readonly written: string; readonly language: string; readonly count: number }[]) {
  const uses = forms.reduce((sum, { count }) => sum + count, 0);
  const most = (chosen: typeof forms): string | undefined => {
    const counts = new Map<string, number>();
    for (const { written, count } of chosen) counts.set(written, (counts.get(written) ?? 0) + count);
    const sum = [...counts.values()].reduce((all, count) => all + count, 0);
    const [best] = [...counts].toSorted((a, b) => b[1] - a[1] || byText(a[0], b[0]));
    return sum < SPOKEN * uses ? undefined : best?.[0];
  };
  return {
    fr: most(forms.filter(({ language }) => language === 'fr')),
    en: most(forms.filter(({ language }) => language === 'en')),
    any: most(forms) ?? '',
  };
}

function isNameIn(names: ReadonlySet<string>, forms: readonly Form[]): boolean {
  if (!forms.some(({ written }) => names.has(foldAccents(written)))) return false;
  const count = forms.reduce((sum, form) => sum + form.count, 0);
  return forms.reduce((sum, form) => sum + form.capitals, 0) >= AS_NAME * count;
}
