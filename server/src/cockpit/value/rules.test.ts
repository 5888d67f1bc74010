import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Counted, Given, Line, Sheet, StreamId } from './model.ts';
import { EVENTS, streamOf } from './model.ts';
import {
  changesBetween,
  checkedLine,
  checkedScenario,
  isSameEvent,
  isWhole,
  linesIn,
  usualOf,
  withoutLine,
} from './rules.ts';

const given = (likely: number, change: Partial<Given> = {}): Given => ({
  low: likely / 2,
  likely,
  high: likely * 2,
  by: 'Inès Aubry',
  on: '2026-02-01',
  from: 'guess',
  note: null,
  figure: null,
  ...change,
});

const LIKELY = { share: 0.4, count: 100, money: 1000 } as const;

function line(id: string, stream: StreamId, change: Partial<Line> = {}): Line {
  const { inputs, events } = streamOf(stream);
  const [kind] = events;
  return {
    id,
    stream,
    name: `Ligne ${id}`,
    event: kind === undefined ? null : { kind, which: null },
    every: 'year',
    inputs: Object.fromEntries(Object.entries(inputs).map(([name, unit]) => [name, given(LIKELY[unit])])),
    ...change,
  };
}

const sheet = (...lines: readonly Line[]): Sheet => ({
  currency: 'EUR',
  years: 3,
  rate: 0.04,
  shape: 'pert',
  lines,
  scenarios: [],
});

const codeOf = (result: ReturnType<typeof checkedLine>) => (result.ok ? 'yes' : result.refusal.code);

describe('one event pays once', () => {
  const counted = fc.record({
    kind: fc.constantFrom(...EVENTS),
    which: fc.constantFrom(null, 'forum', 'Forum ', 'salon'),
  });

  test('a ticket avoided is the question that was solved, whatever stream it stands in', () => {
    const answers = line('a', 'answers');
    expect(codeOf(checkedLine(line('t', 'tickets'), [answers], 3))).toBe('value/counted_twice');
    const later = line('t', 'tickets', { event: { kind: 'answer_read', which: null } });
    expect(codeOf(checkedLine(later, [answers], 3))).toBe('yes');
  });

  test('two parts may stand side by side, the whole and a part may not', () => {
    const forum = line('a', 'content', { event: { kind: 'content_made', which: 'Tutoriels' } });
    const other = (which: string | null) => line('b', 'content', { event: { kind: 'content_made', which } });
    expect(codeOf(checkedLine(other('Traductions'), [forum], 3))).toBe('yes');
    expect(codeOf(checkedLine(other(' tutoriels'), [forum], 3))).toBe('value/counted_twice');
    expect(codeOf(checkedLine(other(null), [forum], 3))).toBe('value/counted_twice');
  });

  test('costs count no event, and any number of them stand together', () => {
    expect(codeOf(checkedLine(line('b', 'people'), [line('a', 'people')], 3))).toBe('yes');
  });

  test('being the same goes both ways, and an event is the same as itself', () => {
    fc.assert(
      fc.property(counted, counted, (a: Counted, b: Counted) => {
        expect(isSameEvent(a, b)).toBe(isSameEvent(b, a));
        expect(isSameEvent(a, a)).toBe(true);
      }),
      { numRuns: 60 },
    );
  });
});

describe('a line', () => {
  test('has a name of its own and does not outgrow what can be counted', () => {
    const one = line('a', 'tools', { name: 'Forum hébergé' });
    expect(codeOf(checkedLine(line('b', 'tools', { name: ' forum HÉBERGÉ' }), [one], 3))).toBe(
      'value/name_already_exists',
    );
    const huge = line('b', 'perks', { inputs: { count: given(1e6), each: given(1e8) } });
    expect(codeOf(checkedLine(huge, [one], 10))).toBe('value/line_too_large');
  });
});

describe('a scenario', () => {
  const one = line('a', 'ideas');
  const scenario = (input: string, by: Given, lineId = 'a') => ({
    id: 's',
    name: 'Prudent',
    ranges: [{ lineId, input, given: by }],
  });

  test('replaces ranges that are there, in their unit', () => {
    const low = given(0.1);
    expect(linesIn(sheet(one), scenario('due', low))[0]?.inputs['due']).toBe(low);
    expect(linesIn(sheet(one), scenario('due', low))[0]?.inputs['count']).toEqual(one.inputs['count']);
    const told = (input: string, by: Given, lineId?: string) => {
      const checked = checkedScenario(scenario(input, by, lineId), sheet(one));
      return checked.ok ? 'yes' : checked.refusal.code;
    };
    expect(told('due', low)).toBe('yes');
    expect(told('due', given(0.9))).toBe('value/share_above_one');
    expect(told('worth', given(0.5))).toBe('value/not_whole');
    expect(told('salary', low)).toBe('http/not_found');
    expect(told('due', low, 'b')).toBe('http/not_found');
  });

  test('forgets a line that is taken out', () => {
    const before = { ...sheet(one, line('c', 'tools')), scenarios: [scenario('due', given(0.1))] };
    expect(withoutLine(before, 'a')).toMatchObject({
      lines: [{ id: 'c' }],
      scenarios: [{ name: 'Prudent', ranges: [] }],
    });
  });
});

describe('two versions', () => {
  const first = sheet(line('a', 'ideas'), line('c', 'tools'));

  test('of the same numbers differ in nothing, the first one in everything', () => {
    expect(changesBetween(first, structuredClone(first))).toEqual([]);
    expect(changesBetween(undefined, first).map(({ what, is }) => `${what} ${is}`)).toEqual([
      ...Array.from({ length: 4 }, () => 'setting added'),
      'line added',
      'line added',
    ]);
  });

  test('tell each difference by its line and field', () => {
    const ideas = line('a', 'ideas', { name: 'Idées retenues' });
    const other = { ...ideas, inputs: { ...ideas.inputs, count: given(40), due: given(0.4, { by: 'Hugo' }) } };
    const scenarios = [{ id: 's', name: 'Prudent', ranges: [] }];
    const changes = changesBetween(first, { ...sheet(other), years: 5, scenarios });
    expect(changes.map(({ what, is, field, unit }) => [what, is, field, unit].join(' '))).toEqual([
      'setting changed years years',
      'line removed  text',
      'line changed name text',
      'line changed count count',
      'line changed due source',
      'scenario added  text',
    ]);
    expect(changes[3]).toMatchObject({ before: { likely: 100 }, after: { likely: 40 }, name: 'Idées retenues' });
  });
});

describe('what a sheet holds', () => {
  test('is whole once something comes in and something is paid', () => {
    expect(isWhole(sheet())).toBe(false);
    expect(isWhole(sheet(line('a', 'ideas')))).toBe(false);
    expect(isWhole(sheet(line('a', 'ideas'), line('c', 'harm')))).toBe(true);
  });

  test('gives the usual formula its numbers, or says which it lacks', () => {
    expect(usualOf(sheet(line('a', 'ideas')))).toEqual(['reads', 'ticket']);
    expect(usualOf(sheet(line('t', 'tickets')))).toEqual(['reads']);
    const reads = line('t', 'tickets', { event: { kind: 'answer_read', which: null } });
    expect(usualOf(sheet(reads))).toEqual({ reads: 100, ticket: 1000, amount: 5000 });
  });
});
