import fc from 'fast-check';
import { expect, test } from 'vitest';
import { PRESETS } from '#cockpit/segments/model.ts';
import type { Scope } from '#kernel/scope.ts';
import { standingClock } from '#platform/clock/index.ts';
import type { Engine } from '#platform/projection/index.ts';
import type { MadeCommunity } from '../../../../tools/testing/made-community.ts';
import { madeId, writeCommunity } from '../../../../tools/testing/made-community.ts';
import { day, livelyCommunity, questions } from '../../../../tools/testing/random-community.ts';
import type { SlowQuestion } from '../../../../tools/testing/slow-figures.ts';
import { SLOW_GRAPH } from '../../../../tools/testing/slow-figures-graph.ts';
import { SLOW_PEOPLE } from '../../../../tools/testing/slow-figures-people.ts';
import { SLOW_THEMES } from '../../../../tools/testing/slow-figures-themes.ts';
import { SLOW_REPLIES } from '../../../../tools/testing/slow-figures-replies.ts';
import { slowPeople, slowReplies } from '../../../../tools/testing/slow-figures.ts';
import { slowSegment } from '../../../../tools/testing/slow-segments.ts';
import { openAnalysis, type Analysis } from '../../../../tools/testing/two-engines.ts';
import type { FigureAnswer, FigureValue } from './index.ts';
import { REGISTRY } from './index.ts';
import { answerFigures } from './service.ts';

const RUNS = Number(process.env['PASSERELLE_RUNS'] ?? 6);
type Numbers = Readonly<Record<string, number | null>>;

/** What an answer says of a window, laid beside what the slow sums say; undefined where it says nothing. */
function numbersOf(value: FigureValue, parts: Numbers): Numbers | undefined {
  if (value.state === 'unavailable') return undefined;
  const { n, of, sample } = value;
  return { n, of, sample, ...parts, ...(value.state === 'value' ? { value: value.value } : {}) };
}

function slowNumbers(figure: string, made: MadeCommunity, asked: SlowQuestion): Numbers {
  const people = slowPeople(made, asked);
  const replies = slowReplies(made, asked);
  switch (figure) {
    case 'active_members':
      return { n: people.active, value: people.active };
    case 'new_contributors':
      return { n: people.fresh, value: people.fresh };
    case 'net_active_change':
      return {
        new: people.fresh,
        reactivated: people.reactivated,
        lost: people.lost,
        value: people.fresh + people.reactivated - people.lost,
      };
    case 'top1_share':
      return { n: people.top, of: people.all, sample: people.contributors, value: people.top / people.all };
    case 'reply_coverage_7d':
      return { n: replies.answered, of: replies.ripe, unripe: replies.unripe, value: replies.answered / replies.ripe };
    case 'first_response_time':
      return {
        of: replies.threads,
        p90: replies.p90,
        staff: replies.staff,
        members: replies.members,
        value: replies.median,
      };
    default:
      return slowByName(figure, made, asked);
  }
}

/** The slow sums told one by one, family by family. */
const SLOW = { ...SLOW_PEOPLE, ...SLOW_REPLIES, ...SLOW_GRAPH, ...SLOW_THEMES };

function slowByName(figure: string, made: MadeCommunity, asked: SlowQuestion): Numbers {
  const slow = SLOW[figure];
  if (slow === undefined) throw new Error(`No slow sum for ${figure}.`);
  return slow(made, asked);
}

/** How many windows of each figure had a number that was held against a slow one. */
type Judged = Map<string, number>;

interface Told {
  readonly figure: string;
  readonly value: FigureValue;
  readonly parts: Numbers;
}

function expectAlike({ figure, value, parts }: Told, slow: Numbers, when: string, judged: Judged): void {
  const found = numbersOf(value, parts);
  const what = `${figure} ${when}`;
  if (found === undefined) {
    expectNothing(value, slow, what);
    return;
  }
  judged.set(figure, (judged.get(figure) ?? 0) + 1);
  for (const [name, expected] of Object.entries(slow)) {
    const other = found[name];
    if (other === undefined) continue;
    if (expected === null || other === null) expect(other, `${what} ${name}`).toBe(expected);
    else expect(other, `${what} ${name}`).toBeCloseTo(expected, 9);
  }
}

/** Where an answer says that there is nothing, the slow sums find nothing either. */
function expectNothing(value: FigureValue, slow: Numbers, what: string): void {
  if (value.state !== 'unavailable' || value.reason !== 'nothing_to_measure') return;
  expect(slow['of'] ?? 0, `${what}: nothing to measure`).toBe(0);
}

const ENGINES: readonly Engine[] = ['duckdb', 'postgres'];
const clock = standingClock('2027-01-01T00:00:00Z');

interface Asked {
  readonly zone: string;
  readonly start: number;
  readonly length: number;
  readonly place: number | undefined;
  readonly channels: readonly number[] | undefined;
  readonly languages: readonly string[] | undefined;
  readonly kind: 'question' | 'other' | undefined;
  readonly themes: readonly number[] | undefined;
  readonly segment: string | undefined;
}

const idsOf = (what: 'place' | 'channel' | 'theme', numbers: readonly number[] | undefined) =>
  numbers === undefined ? {} : { [what]: numbers.map((n) => madeId(what, n)) };

/** A community as both engines have it. */
interface Held {
  readonly analysis: Analysis;
  readonly scope: Scope;
  readonly made: MadeCommunity;
  readonly judged: Judged;
}

/** Small communities are below most minimums: without them every value is held against its definition. */
const SHOWN_ALWAYS = REGISTRY.map((figure) => ({ ...figure, minimum: 0 }));

async function expectDefinitionsHold({ analysis, scope, made, judged }: Held, asked: Asked): Promise<void> {
  const places = asked.place === undefined ? undefined : [asked.place % made.places.length];
  const channels = asked.channels?.map((channel) => channel % made.channels.length);
  const query = {
    from: day(asked.start),
    until: day(asked.start + asked.length),
    compare: 'both' as const,
    ...idsOf('place', places),
    ...idsOf('channel', channels),
    ...idsOf('theme', asked.themes),
    language: asked.languages === undefined ? undefined : [...asked.languages],
    kind: asked.kind,
    segment: asked.segment,
  };
  const slow = { ...asked, channels, members: membersOf(made, asked) };
  const all: FigureAnswer[][] = [];
  for (const engine of ENGINES) {
    const answers = await answerFigures({ ...analysis, clock }, scope, SHOWN_ALWAYS, query, 'fr', engine);
    if (!answers.ok) throw new Error(answers.refusal.code);
    all.push([...answers.value]);
    for (const answer of answers.value) expect(answer.freshness.engine).toBe(engine);
  }
  expect(plain(all[0])).toEqual(plain(all[1]));
  for (const answer of all[0] ?? []) {
    const lacking = new Set(answer.leftOut.map((left) => left.place.id));
    const able = [...(places ?? placesOf(channels, made))].filter((n) => !lacking.has(madeId('place', n)));
    expectAnswer(answer, made, { ...slow, places: able }, judged);
  }
}

/** Where nothing but channels is named, their places are watched, not all. */
function placesOf(channels: readonly number[] | undefined, made: MadeCommunity): Iterable<number> {
  return channels === undefined ? made.places.keys() : new Set(channels.map((channel) => made.channels[channel] ?? -1));
}

function membersOf(made: MadeCommunity, { segment, zone, start, length }: Asked): readonly number[] | undefined {
  const rule = PRESETS.find(({ id }) => id === segment)?.rule;
  return rule === undefined ? undefined : slowSegment(rule, { made, zone, asOf: day(start + length) });
}

const plain = (answers: readonly FigureAnswer[] | undefined) =>
  answers?.map(({ freshness, ...rest }) => ({ ...rest, newest: freshness.newest }));

function expectAnswer(
  answer: FigureAnswer,
  made: MadeCommunity,
  of: Omit<SlowQuestion, 'from' | 'until'>,
  judged: Judged,
): void {
  const { window, value, parts, previous, yearAgo, series } = answer;
  const figure = answer.figure.id;
  const hold = ({ from, until }: { from: string; until: string }, told: Omit<Told, 'figure'>): void =>
    expectAlike({ figure, ...told }, slowNumbers(figure, made, { ...of, from, until }), `${from} ${until}`, judged);
  hold(window, { value, parts });
  for (const before of [previous, yearAgo])
    if (before !== null) hold(before.window, { value: before.value, parts: {} });
  for (const point of series.points) hold(point, { value: point.value, parts: {} });
}

/** Nothing is received for these yet. */
const WITHOUT_SOURCE = REGISTRY.filter(({ reads }) => reads === 'nothing').map(({ id }) => id);

test('each figure is what its definition says, on both engines', { timeout: 600_000 + RUNS * 10_000 }, async () => {
  await using analysis = await openAnalysis();
  const judged: Judged = new Map();
  await fc.assert(
    fc.asyncProperty(livelyCommunity, questions, async (made, asked) => {
      const scope = await analysis.workspace(asked[0]?.zone);
      await analysis.write(scope, (db) => writeCommunity(db, made));
      await analysis.projection.refresh(scope);
      for (const one of asked) await expectDefinitionsHold({ analysis, scope, made, judged }, one);
    }),
    { numRuns: RUNS, endOnFailure: true },
  );
  // A figure that never had a number was held against nothing.
  const held = REGISTRY.map(({ id }) => id).filter((id) => !WITHOUT_SOURCE.includes(id));
  expect([...judged.values()].reduce((all, windows) => all + windows, 0)).toBeGreaterThan(100 * RUNS);
  expect(held.filter((id) => !judged.has(id))).toEqual([]);
});
