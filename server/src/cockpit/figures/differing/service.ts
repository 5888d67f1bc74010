import type { Figure, FigureQuery, FigureRefusal, FigureRow, FigureValue, Lent } from '#cockpit/figures/index.ts';
import type { Language } from '#kernel/language.ts';
import type { Result } from '#kernel/result.ts';
import { no } from '#kernel/result.ts';
import type { Scope } from '#kernel/scope.ts';
import { say } from '#platform/i18n/index.ts';
import type { Otherwise } from './model.ts';
import { computedFor, isSame, relationsFor, toldFor } from './rules.ts';
import type { FigureDiffers } from './wire.ts';

export interface DifferingDeps {
  readonly registry: readonly Figure[];
  readonly cardOf: (figure: Figure, language: Language) => FigureDiffers['figure'];
  readonly lend: <T>(
    scope: Scope,
    figureId: string,
    query: FigureQuery,
    work: (lent: Lent) => Promise<T>,
    isGuarded: boolean,
  ) => Promise<Result<T, FigureRefusal>>;
}

/** The other counts people hold against a figure, on the same facts and days, and those that only other tools have. */
export async function answerDiffers(
  { registry, cardOf, lend }: DifferingDeps,
  scope: Scope,
  figureId: string,
  query: FigureQuery,
  language: Language,
): Promise<Result<FigureDiffers, FigureRefusal>> {
  const figure = registry.find(({ id }) => id === figureId);
  if (figure === undefined) return no('http/not_found');
  const differs = async (lent: Lent): Promise<FigureDiffers> => {
    const value = await measured(figure, lent);
    const { window, zone } = lent;
    return {
      figure: cardOf(figure, language),
      window: { ...window, zone },
      value,
      counts: value.state === 'unavailable' ? [] : await countsOf(figure, lent, value, language),
      elsewhere: toldFor(figure).map((id) => ({ id, ...wordsFor(id, language) })),
      request: lent.requestOf(`${figureId}/differs`),
    };
  };
  // The door is open to those alone who see few.
  return await lend(scope, figureId, query, differs, false);
}

async function countsOf(
  figure: Figure,
  lent: Lent,
  value: FigureValue,
  language: Language,
): Promise<FigureDiffers['counts']> {
  const counts: FigureDiffers['counts'] = [];
  // One after the other: each may want as much memory as the figure itself.
  for (const id of computedFor(figure, lent.slice, lent.zone)) {
    const other = await measured(figure, lent, id);
    counts.push({ id, ...wordsFor(id, language), value: other, isSame: isSame(value, other) });
  }
  return counts;
}

/** The figure over its window alone: trend and comparison are not asked. */
async function measured(figure: Figure, lent: Lent, otherwise?: Otherwise): Promise<FigureValue> {
  if (lent.unavailable !== undefined) return { state: 'unavailable', reason: lent.unavailable };
  const rows = await lent.rows(figure, { asked: [lent.window], ...changeOf(otherwise) });
  return lent.valueOf(rows.filter((row: FigureRow) => Number(row['w']) === 0));
}

function changeOf(otherwise: Otherwise | undefined) {
  if (otherwise === undefined) return {};
  return otherwise === 'unfiltered' ? { slice: {} } : { instead: relationsFor(otherwise) };
}

function wordsFor(id: string, language: Language): { readonly name: string; readonly why: string } {
  return { name: say(language, `differs/${id}`), why: say(language, `differs/${id}_why`) };
}
