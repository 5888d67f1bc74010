import type { FigureQuery, FigureRefusal, Figures, Lent } from '#cockpit/figures/index.ts';
import { figureById } from '#cockpit/figures/index.ts';
import { cut } from '#kernel/day.ts';
import type { Result } from '#kernel/result.ts';
import { no, yes } from '#kernel/result.ts';
import type { Scope } from '#kernel/scope.ts';
import type { ProofSlice, Series, Wanted } from './model.ts';
import { outagesIn, seriesOf, spanOf, type PlaceWeek } from './rules.ts';

export interface SeriesDeps {
  readonly figures: Pick<Figures, 'weeks' | 'lend'>;
}

const SAID = `
select asked_day.w, messages.place_id::text as place, count(*)::int as n
from asked_day join messages on messages.day = asked_day.day
group by 1, 2`;

/** The weeks of a figure on both sides of a start, with those of its controls, from the figures' own door. */
export async function gatherSeries(
  { figures }: SeriesDeps,
  scope: Scope,
  { figure: id, slice, controls, ...when }: Wanted,
): Promise<Result<Series, FigureRefusal>> {
  const figure = figureById(id);
  if (figure === undefined) return no('http/not_found');
  const { from, until } = spanOf(when);
  const queryOf = (part: ProofSlice): FigureQuery => ({ ...listed(part), from, until, compare: 'none' });
  const ask = (part: ProofSlice, isGuarded = false) => figures.weeks(scope, id, queryOf(part), isGuarded);
  const main = await ask(slice);
  if (!main.ok) return main;
  const [guarded, outages, ...asked] = await Promise.all([
    ask(slice, true),
    silentWeeks(figures, scope, queryOf(slice)),
    ...controls.map((control) => ask(control)),
  ]);
  const others = [];
  for (const weeks of asked) {
    if (!weeks.ok) return weeks;
    others.push(weeks.value);
  }
  return yes(
    seriesOf({
      unit: figure.unit,
      startDay: when.startDay,
      main: main.value,
      guarded: guarded.ok ? guarded.value : undefined,
      controls: others,
      outages,
    }),
  );
}

/** The figures' query takes lists it may keep. */
function listed({ place, channel, theme, language, ...rest }: ProofSlice) {
  const own = (list: readonly string[] | undefined) => (list === undefined ? undefined : [...list]);
  return { ...rest, place: own(place), channel: own(channel), theme: own(theme), language: own(language) };
}

/** Asked of whole places: a channel or a segment may well be silent. */
async function silentWeeks(
  figures: SeriesDeps['figures'],
  scope: Scope,
  { place, channel, from, until }: FigureQuery,
): Promise<readonly string[]> {
  if (from === undefined || until === undefined) return [];
  const weeks = cut({ from, until }, 'week');
  // The places of a channel, with all that was written in them.
  const whole = { asked: weeks, since: from, slice: {} };
  const query: FigureQuery = { place, channel, from, until, compare: 'none' };
  const said = async (lent: Lent) =>
    lent.unavailable === undefined ? await lent.rows({ reads: 'messages', select: SAID }, whole) : [];
  // Of whole places, to see when one was silent; no number of it is shown.
  const found = await figures.lend(scope, 'active_members', query, said, false);
  if (!found.ok) return [];
  const rows = found.value.map((row): PlaceWeek => ({
    place: String(row['place']),
    from: weeks[Number(row['w'])]?.from ?? '',
    n: Number(row['n']),
  }));
  return outagesIn(
    rows,
    weeks.map((week) => week.from),
  );
}
