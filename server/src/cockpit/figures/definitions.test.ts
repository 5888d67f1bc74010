import fc from 'fast-check';
import { expect, test } from 'vitest';
import { standingClock } from '#platform/clock/index.ts';
import type { Engine } from '#platform/projection/index.ts';
import type { MadeCommunity, MadeMessage } from '../../../../tools/testing/made-community.ts';
import { madeId, writeCommunity } from '../../../../tools/testing/made-community.ts';
import type { SlowQuestion } from '../../../../tools/testing/slow-figures.ts';
import { SLOW_PEOPLE } from '../../../../tools/testing/slow-figures-people.ts';
import { slowPeople, slowReplies } from '../../../../tools/testing/slow-figures.ts';
import { openAnalysis, type Analysis } from '../../../../tools/testing/two-engines.ts';
import type { FigureAnswer, FigureValue } from './index.ts';
import { REGISTRY } from './index.ts';
import { answerFigures } from './service.ts';

const RUNS = Number(process.env['PASSERELLE_RUNS'] ?? 25);
/** From winter through two changes of clocks into summer; windows reach a little beyond. */
const START = Date.UTC(2025, 9, 1);
const DAYS = 260;
const ZONES = ['Europe/Paris', 'America/Santiago', 'Australia/Lord_Howe', 'America/New_York', 'Asia/Kolkata', 'UTC'];

// Round times make ties and exact weeks; the others fall near midnights and changes of clocks.
const minute = fc.oneof(
  fc.nat(DAYS * 24 * 60),
  fc.nat(DAYS * 4).map((quarter) => quarter * 360),
  fc.nat(DAYS).map((day) => day * 1440 + 1430),
);
const whenAt = (minutes: number, hasHours: boolean): MadeMessage['when'] => {
  const at = new Date(START + minutes * 60_000).toISOString();
  return hasHours ? { at } : { day: at.slice(0, 10) };
};

/** Mostly absent, now and then there. */
const seldom = <T>(arbitrary: fc.Arbitrary<T>) =>
  fc.oneof({ weight: 4, arbitrary: fc.constant(undefined) }, { weight: 1, arbitrary });
const mostly = fc.constantFrom(true, true, true, true, false);

const community = fc
  .record({
    places: fc.array(fc.record({ threads: mostly, replies: mostly, hours: mostly }), {
      minLength: 1,
      maxLength: 3,
    }),
    kinds: fc.array(fc.constantFrom('person', 'person', 'person', 'staff', 'bot'), { minLength: 1, maxLength: 9 }),
    merges: fc.array(seldom(fc.nat(8)), { minLength: 9, maxLength: 9 }),
    channels: fc.array(fc.nat(2), { minLength: 1, maxLength: 4 }),
    accounts: fc.array(fc.record({ place: fc.nat(2), member: fc.nat(8) }), { minLength: 1, maxLength: 12 }),
    threads: fc.array(fc.nat(3), { maxLength: 12 }),
    messages: fc.array(
      fc.record({
        channel: fc.nat(3),
        account: fc.nat(11),
        minute,
        thread: fc.option(fc.nat(11), { nil: undefined, freq: 5 }),
        opens: fc.boolean(),
        state: fc.constantFrom('shown', 'shown', 'shown', 'shown', 'hidden', 'removed', 'erased'),
      }),
      { minLength: 5, maxLength: 70, size: 'max' },
    ),
    reactions: fc.array(
      fc.record({ message: fc.nat(69), account: fc.option(fc.nat(11), { nil: undefined }), minute }),
      { maxLength: 4 },
    ),
  })
  .map(({ places, kinds, merges, channels, accounts, threads, messages, reactions }): MadeCommunity => {
    const within = (n: number, list: readonly unknown[]): number => n % list.length;
    const channelPlaces = channels.map((place) => within(place, places));
    const hasHours = (channel: number): boolean => places[channelPlaces[channel] ?? 0]?.hours === true;
    const members = kinds.map((kind, n) => {
      const into = merges[n];
      return into === undefined || into >= n ? { kind } : { kind, mergedInto: into };
    });
    const threadChannels = threads.map((channel) => within(channel, channels));
    const written = messages.map(({ channel, account, minute: at, thread, opens, state }): MadeMessage => {
      const inThread = thread === undefined || threads.length === 0 ? undefined : within(thread, threads);
      const where = inThread === undefined ? within(channel, channels) : (threadChannels[inThread] ?? 0);
      const base = { channel: where, account: within(account, accounts), when: whenAt(at, hasHours(where)), state };
      return inThread === undefined ? base : { ...base, thread: inThread, opens };
    });
    return {
      places,
      channels: channelPlaces,
      members,
      accounts: accounts.map(({ place, member }) => ({ place: within(place, places), member: within(member, kinds) })),
      threads: threadChannels,
      messages: written,
      reactions:
        written.length === 0
          ? []
          : reactions.map(({ message, account, minute: at }) => ({
              message: within(message, written),
              when: whenAt(at, hasHours(written[within(message, written)]?.channel ?? 0)),
              ...(account === undefined ? {} : { account: within(account, accounts) }),
            })),
    };
  });

const day = (offset: number): string => new Date(START + offset * 86_400_000).toISOString().slice(0, 10);
const question = fc.record({
  zone: fc.constantFrom(...ZONES),
  start: fc.integer({ min: -20, max: DAYS - 30 }),
  length: fc.oneof(fc.integer({ min: 1, max: 120 }), fc.constantFrom(7, 28, 30, 90, 365)),
  place: seldom(fc.nat(2)),
  channels: seldom(fc.uniqueArray(fc.nat(3), { minLength: 1, maxLength: 2 })),
});

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
const SLOW = { ...SLOW_PEOPLE };

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
}

const idsOf = (what: 'place' | 'channel', numbers: readonly number[] | undefined) =>
  numbers === undefined ? {} : { [what]: numbers.map((n) => madeId(what, n)) };

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
  };
  const all: FigureAnswer[][] = [];
  let judged = 0;
  for (const engine of ENGINES) {
    const answers = await answerFigures({ ...analysis, clock }, scope, REGISTRY, query, 'fr', engine);
    if (!answers.ok) throw new Error(answers.refusal.code);
    all.push([...answers.value]);
    for (const answer of answers.value) {
      expect(answer.freshness.engine).toBe(engine);
      const lacking = new Set(answer.leftOut.map((left) => left.place.id));
      const able = [...(places ?? made.places.keys())].filter((n) => !lacking.has(madeId('place', n)));
      judged += expectAnswer(answer, made, { zone: asked.zone, places: able, channels });
    }
  }
  expect(plain(all[0])).toEqual(plain(all[1]));
  return judged;
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
