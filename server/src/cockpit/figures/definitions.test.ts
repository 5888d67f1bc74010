import fc from 'fast-check';
import { expect, test } from 'vitest';
import { PRESETS } from '#cockpit/segments/model.ts';
import { standingClock } from '#platform/clock/index.ts';
import type { Engine } from '#platform/projection/index.ts';
import type { MadeCommunity } from '../../../../tools/testing/made-community.ts';
import { madeId, writeCommunity } from '../../../../tools/testing/made-community.ts';
import { community, day, question } from '../../../../tools/testing/random-community.ts';
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

const RUNS = Number(process.env['PASSERELLE_RUNS'] ?? 12);
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

function expectAlike(found: Numbers | undefined, slow: Numbers, what: string): number {
  if (found === undefined) return 0;
  for (const [name, value] of Object.entries(slow)) {
    const other = found[name];
    if (other === undefined) continue;
    if (value === null || other === null) expect(other, `${what} ${name}`).toBe(value);
    else expect(other, `${what} ${name}`).toBeCloseTo(value, 9);
  }
  return 1;
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

/** Small communities are below most minimums: without them every value is held against its definition. */
const SHOWN_ALWAYS = REGISTRY.map((figure) => ({ ...figure, minimum: 0 }));

async function expectDefinitionsHold(analysis: Analysis, made: MadeCommunity, asked: Asked): Promise<number> {
  const scope = await analysis.workspace(asked.zone);
  await analysis.write(scope, (db) => writeCommunity(db, made));
  await analysis.projection.refresh(scope);
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
  let judged = 0;
  for (const engine of ENGINES) {
    const answers = await answerFigures({ ...analysis, clock }, scope, SHOWN_ALWAYS, query, 'fr', engine);
    if (!answers.ok) throw new Error(answers.refusal.code);
    all.push([...answers.value]);
    for (const answer of answers.value) {
      expect(answer.freshness.engine).toBe(engine);
      const lacking = new Set(answer.leftOut.map((left) => left.place.id));
      const able = [...(places ?? made.places.keys())].filter((n) => !lacking.has(madeId('place', n)));
      judged += expectAnswer(answer, made, { ...slow, places: able });
    }
  }
  expect(plain(all[0])).toEqual(plain(all[1]));
  return judged;
}

function membersOf(made: MadeCommunity, { segment, zone, start, length }: Asked): readonly number[] | undefined {
  const rule = PRESETS.find(({ id }) => id === segment)?.rule;
  return rule === undefined ? undefined : slowSegment(rule, { made, zone, asOf: day(start + length) });
}

const plain = (answers: readonly FigureAnswer[] | undefined) =>
  answers?.map(({ freshness, ...rest }) => ({ ...rest, newest: freshness.newest }));

function expectAnswer(answer: FigureAnswer, made: MadeCommunity, of: Omit<SlowQuestion, 'from' | 'until'>): number {
  const { figure, window, value, parts, previous, yearAgo, series } = answer;
  const slowly = ({ from, until }: { from: string; until: string }): Numbers =>
    slowNumbers(figure.id, made, { ...of, from, until });
  for (const before of [previous, yearAgo]) {
    if (before !== null) expectAlike(numbersOf(before.value, {}), slowly(before.window), `${figure.id} before`);
  }
  for (const point of series.points) {
    expectAlike(numbersOf(point.value, {}), slowly(point), `${figure.id} ${point.from}`);
  }
  return expectAlike(numbersOf(value, parts), slowly(window), figure.id);
}

test('each figure is what its definition says, on both engines', { timeout: 600_000 + RUNS * 10_000 }, async () => {
  await using analysis = await openAnalysis();
  let judged = 0;
  await fc.assert(
    fc.asyncProperty(community, question, async (made, asked) => {
      judged += await expectDefinitionsHold(analysis, made, asked);
    }),
    { numRuns: RUNS },
  );
  // Most answers must be numbers, else nothing was held against anything.
  expect(judged).toBeGreaterThan(RUNS * 2);
});
