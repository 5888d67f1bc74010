import { describe, expect, test } from 'vitest';
import { isSayable } from '#platform/i18n/index.ts';
import { KeepLine, KeepScenario } from './wire.ts';

const given = (change: object = {}) => ({
  low: 100,
  likely: 200,
  high: 400,
  by: 'Finance',
  on: '2026-02-01',
  from: 'guess',
  ...change,
});

const ideas = (change: object = {}) => ({
  stream: 'ideas',
  name: 'Idées',
  event: { kind: 'idea_adopted' },
  inputs: {
    count: given(),
    worth: given(),
    due: given({ low: 0.2, likely: 0.4, high: 0.6 }),
    anyway: given({ low: 0, likely: 0.1, high: 0.3 }),
    ...change,
  },
});

/** What is refused, as `path: words`; each with words in both languages. */
function faultsOf(schema: typeof KeepLine | typeof KeepScenario, body: object): readonly string[] {
  const read = schema.safeParse(body);
  return (read.error?.issues ?? []).map(({ path, ...issue }) => {
    const named: unknown = 'params' in issue ? issue.params?.['say'] : undefined;
    expect(typeof named === 'string' ? isSayable(named) : true).toBe(true);
    return `${path.join('.')}: ${typeof named === 'string' ? named : issue.code}`;
  });
}

const faults = (line: object) => faultsOf(KeepLine, { version: 1, line });

describe('a range that cannot be is refused in its field', () => {
  test.each([
    [{ low: 300 }, 'low: value/low_above_likely'],
    [{ high: 150 }, 'high: value/likely_above_high'],
    [{ low: 200, high: 200 }, 'high: value/zero_width'],
    [{ low: -1 }, 'low: value/negative'],
    [{ high: 1e13 }, 'high: value/too_large'],
    [{ likely: 200.5 }, 'likely: value/not_whole'],
    [{ from: 'measured' }, 'figure: value/figure_missing'],
    [{ from: 'proof' }, 'from: value/proof_not_here'],
    [{ by: ' ' }, 'by: too_small'],
    [{ on: '2026-02-30' }, 'on: invalid_format'],
    [{ low: Number.NaN }, 'low: invalid_type'],
  ])('%j', (change, fault) => {
    expect(faults(ideas({ worth: given(change) }))).toEqual([`line.inputs.worth.${fault}`]);
  });

  test('a share above all there is', () => {
    expect(faults(ideas({ due: given({ low: 0.5, likely: 0.9, high: 1.2 }) }))).toEqual([
      'line.inputs.due.high: value/share_above_one',
    ]);
    expect(faults(ideas({ due: given() })).length).toBe(3);
  });

  test('the share due from a proof that is not named', () => {
    expect(faults(ideas({ due: given({ low: 0.1, likely: 0.2, high: 0.3, from: 'proof' }) }))).toEqual([
      'line.inputs.due.proof: value/proof_missing',
    ]);
  });

  test('several at once are told together', () => {
    const told = faults(ideas({ count: given({ low: 900 }), worth: given({ low: -1 }) }));
    expect(told).toEqual(['line.inputs.count.low: value/low_above_likely', 'line.inputs.worth.low: value/negative']);
  });
});

describe('a line', () => {
  test('that is whole passes, with what was left out filled in', () => {
    const read = KeepLine.parse({ version: 1, line: ideas() });
    expect(read.line).toMatchObject({ every: 'year', event: { which: null }, inputs: { count: { note: null } } });
  });

  test('names what it counts and has all its numbers, no others', () => {
    const { inputs, ...rest } = ideas();
    const { worth, ...others } = inputs;
    expect(faults({ ...rest, inputs: others })).toEqual(['line.inputs.worth: value/input_missing']);
    expect(faults({ ...rest, inputs: { ...inputs, salary: worth } })).toEqual([
      'line.inputs.salary: value/input_unknown',
    ]);
    expect(faults({ ...ideas(), event: { kind: 'recruit_hired' } })).toEqual(['line.event: value/event_wrong']);
    expect(faults({ ...ideas(), event: null })).toEqual(['line.event: value/event_wrong']);
    expect(faults({ stream: 'tools', name: 'Forum', event: { kind: 'own' }, inputs: { amount: given() } })).toEqual([
      'line.event: value/event_wrong',
      'line.event.which: value/which_missing',
    ]);
  });
});

test('ranges of a scenario stand in order too', () => {
  const ranges = { a: { due: given({ low: 0.9, likely: 0.2, high: 0.9 }) } };
  expect(faultsOf(KeepScenario, { version: 1, scenario: { name: 'Prudent', ranges } })).toEqual([
    'scenario.ranges.a.due.low: value/low_above_likely',
    'scenario.ranges.a.due.high: value/zero_width',
  ]);
});
