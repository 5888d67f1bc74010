import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Scoped as Facts } from '#platform/projection/index.ts';
import type { MadeCommunity, MadeMessage } from '../../../../../tools/testing/made-community.ts';
import { madeId, writeCommunity } from '../../../../../tools/testing/made-community.ts';
import { slowSegment } from '../../../../../tools/testing/slow-segments.ts';
import { BOTH_ENGINES, openAnalysis, type Analysis } from '../../../../../tools/testing/two-engines.ts';
import type { Rule as OpenRule } from '#cockpit/segments/index.ts';
import { PRESETS, STATES } from '#cockpit/segments/model.ts';
import { compileRule } from './rules.ts';
import { Rule } from '#cockpit/segments/wire.ts';

const RUNS = Number(process.env['PASSERELLE_RUNS'] ?? 6);
const START = Date.UTC(2025, 9, 1);
const DAYS = 220;
const ZONES = ['Europe/Paris', 'America/Santiago', 'Asia/Kolkata', 'UTC'];

const dayAt = (offset: number): string => new Date(START + offset * 86_400_000).toISOString().slice(0, 10);
const anyDay = fc.integer({ min: -10, max: DAYS + 10 }).map(dayAt);
const maybe = <T>(arbitrary: fc.Arbitrary<T>) => fc.option(arbitrary, { nil: null });
const some = <T>(...all: T[]) => fc.uniqueArray(fc.constantFrom(...all), { minLength: 1, maxLength: 3 });
const idsOf = (what: 'place' | 'channel' | 'theme', most: number) =>
  some(...Array.from({ length: most }, (_, n) => madeId(what, n)));
const ORGANISATIONS = ['Organisation 0', 'organisation 1', 'ORGANISATION 2', 'Organisation 9'];

const within = fc.oneof(
  fc.record({ last: fc.constantFrom(1, 7, 28, 30, 90, 200) }),
  fc
    .record({ from: maybe(anyDay), until: maybe(anyDay) })
    .filter(({ from, until }) => from === null || until === null || from < until),
);
const condition: fc.Arbitrary<OpenRule> = fc.oneof(
  fc
    .record({
      is: fc.constant('activity' as const),
      how: fc.constantFrom('at_least' as const, 'at_most' as const),
      count: fc.nat(4),
      within,
    })
    .filter(({ how, count }) => how === 'at_most' || count > 0),
  fc.record({ is: fc.constant('answered' as const), people: fc.integer({ min: 1, max: 3 }), within }),
  fc.record({ is: fc.constant('state' as const), states: some(...STATES) }),
  fc.record({ is: fc.constantFrom('first' as const, 'last' as const), within }),
  fc.record({ is: fc.constant('place' as const), places: idsOf('place', 2) }),
  fc.record({ is: fc.constant('channel' as const), channels: idsOf('channel', 4) }),
  fc.record({ is: fc.constant('theme' as const), themes: idsOf('theme', 3) }),
  fc.record({ is: fc.constant('affiliation' as const), organisations: some(...ORGANISATIONS) }),
  fc.record({ is: fc.constant('kind' as const), kinds: some('person' as const, 'staff' as const, 'bot' as const) }),
);
const over = (below: fc.Arbitrary<OpenRule>): fc.Arbitrary<OpenRule> =>
  fc.oneof(
    { weight: 2, arbitrary: below },
    {
      weight: 2,
      arbitrary: fc
        .record({ isAll: fc.boolean(), rules: fc.array(below, { minLength: 1, maxLength: 3 }) })
        .map(({ isAll, rules }): OpenRule => (isAll ? { is: 'all', rules } : { is: 'any', rules })),
    },
    { weight: 1, arbitrary: fc.record({ is: fc.constant('not' as const), rule: below }) },
  );
const anyRule = over(over(condition));

const community = fc
  .record({
    kinds: fc.array(fc.constantFrom('person', 'person', 'person', 'staff', 'bot'), { minLength: 3, maxLength: 9 }),
    merges: fc.array(fc.option(fc.nat(8), { freq: 5, nil: undefined }), { minLength: 9, maxLength: 9 }),
    accounts: fc.array(fc.record({ place: fc.nat(1), member: fc.nat(8) }), { minLength: 3, maxLength: 12 }),
    threads: fc.array(fc.nat(3), { minLength: 1, maxLength: 8 }),
    messages: fc.array(
      fc.record({
        channel: fc.nat(3),
        account: fc.nat(11),
        minute: fc.oneof(
          fc.nat(DAYS * 24 * 60),
          fc.nat(DAYS).map((day) => day * 1440 + 1430),
        ),
        thread: fc.option(fc.nat(7), { nil: undefined, freq: 5 }),
        opens: fc.boolean(),
        repliesTo: fc.option(fc.nat(59), { nil: undefined, freq: 3 }),
        state: fc.constantFrom('shown', 'shown', 'shown', 'hidden', 'erased'),
      }),
      { minLength: 5, maxLength: 60, size: 'max' },
    ),
    themes: fc.constantFrom([undefined, undefined, undefined], [undefined, 0, undefined]),
    about: fc.uniqueArray(fc.record({ thread: fc.nat(7), theme: fc.nat(2) }), {
      maxLength: 6,
      selector: ({ thread, theme }) => `${String(thread)} ${String(theme)}`,
    }),
    affiliations: fc.array(
      fc
        .record({ member: fc.nat(8), organisation: fc.nat(2), from: maybe(anyDay), until: maybe(anyDay) })
        .filter(({ from, until }) => from === null || until === null || from < until),
      { maxLength: 8 },
    ),
  })
  .map(({ kinds, merges, accounts, threads, messages, themes, about, affiliations }): MadeCommunity => {
    const written = messages.map(({ channel, account, minute, thread, opens, repliesTo, state }): MadeMessage => {
      const inThread = thread === undefined ? undefined : thread % threads.length;
      const where = inThread === undefined ? channel : (threads[inThread] ?? 0);
      const at = new Date(START + minute * 60_000).toISOString();
      // Channels 2 and 3 are of the place that gives days only.
      const when = where < 2 ? { at } : { day: at.slice(0, 10) };
      const answers = repliesTo === undefined ? {} : { repliesTo: repliesTo % messages.length };
      const base = { channel: where, account: account % accounts.length, when, state, ...answers };
      return inThread === undefined ? base : { ...base, thread: inThread, opens };
    });
    return {
      places: [
        { threads: true, replies: true, hours: true },
        { threads: true, replies: true, hours: false },
      ],
      channels: [0, 0, 1, 1],
      members: kinds.map((kind, n) => {
        const into = merges[n];
        return into === undefined || into >= n ? { kind } : { kind, mergedInto: into };
      }),
      accounts: accounts.map(({ place, member }) => ({ place, member: member % kinds.length })),
      threads,
      messages: written,
      reactions: [],
      themes,
      about: about.filter(({ thread }) => thread < threads.length),
      affiliations: affiliations.map(({ member, organisation, from, until }) => ({
        member: member % kinds.length,
        organisation,
        from: from ?? undefined,
        until: until ?? undefined,
      })),
    };
  });

async function meantBy(facts: Facts, rule: OpenRule, asOf: string): Promise<string[]> {
  // Numbered from $2 on, as behind another query's own values.
  const { sql, params } = compileRule(rule, asOf, 2);
  const rows = await facts.query(
    `with segment (member_id) as (${sql})
    select meant.id::text as id from segment join fact_member meant on meant.member_id = segment.member_id
    where $1::int = 1 order by 1`,
    [1, ...params],
  );
  return rows.map((row) => String(row['id']));
}

async function expectMeant(
  analysis: Analysis,
  made: MadeCommunity,
  asked: { readonly zone: string; readonly rules: readonly OpenRule[]; readonly asOf: string },
): Promise<number> {
  const scope = await analysis.workspace(asked.zone);
  await analysis.write(scope, (db) => writeCommunity(db, made));
  const slow = asked.rules.map((rule) => slowSegment(rule, { made, zone: asked.zone, asOf: asked.asOf }));
  for (const engine of BOTH_ENGINES) {
    await analysis.on(engine, scope, async (facts) => {
      for (const [at, rule] of asked.rules.entries()) {
        expect(Rule.parse(rule)).toEqual(rule);
        const meant = await meantBy(facts, rule, asked.asOf);
        expect(meant, `${engine} ${JSON.stringify(rule)}`).toEqual(slow[at]?.map((n) => madeId('member', n)));
      }
    });
  }
  return slow.filter((members) => members.length > 0).length;
}

test(
  'a rule means the same members on both engines as its words say',
  { timeout: 300_000 + RUNS * 10_000 },
  async () => {
    await using analysis = await openAnalysis();
    let found = 0;
    await fc.assert(
      fc.asyncProperty(
        community,
        fc.record({
          zone: fc.constantFrom(...ZONES),
          rules: fc
            .array(anyRule, { minLength: 8, maxLength: 12 })
            .map((rules) => [...rules, ...PRESETS.map((one) => one.rule)]),
          asOf: fc.integer({ min: 20, max: DAYS + 40 }).map(dayAt),
        }),
        async (made, asked) => {
          found += await expectMeant(analysis, made, asked);
        },
      ),
      { numRuns: RUNS, endOnFailure: true },
    );
    expect(found).toBeGreaterThan(RUNS * 3);
  },
);
