import { expect, test } from 'vitest';
import { ask, day, forum } from '../../../../../tools/testing/made-forum.ts';
import { EXAMPLES_ON, openAnalysis } from '../../../../../tools/testing/two-engines.ts';

// A Monday that begins a block of 28 days.
const START = '2025-12-22';
const on = (offset: number) => ({ day: day(START, offset) });
const window = (from: number, until: number) => ({ from: day(START, from), until: day(START, until) });

test('lost after 4 contributions in 90 days, back after 90 days of silence', async () => {
  await using analysis = await openAnalysis();
  const { made, say } = forum(6);
  say(5, on(-200));
  for (const [member, first] of [
    [0, -90],
    [1, -91],
  ] as const) {
    for (const offset of [first, -20, -10, -5]) say(member, on(offset));
  }
  for (const offset of [-30, -20, -10]) say(2, on(offset));
  say(3, on(-90));
  say(3, on(0));
  say(4, on(-89));
  say(4, on(0));
  say(5, on(40));
  const answer = ask(analysis, EXAMPLES_ON, made, window(0, 30));
  expect((await answer('lost_regulars')).value).toMatchObject({ value: 1 });
  expect((await answer('reactivated')).value).toMatchObject({ value: 1 });
});

test('after a period without anybody there is no rate, and no zero', async () => {
  await using analysis = await openAnalysis();
  const { made, say } = forum(2);
  say(0, on(-60));
  say(0, on(1));
  say(1, on(29));
  const answer = ask(analysis, EXAMPLES_ON, made, window(0, 28));
  expect((await answer('retention_rate')).value).toEqual({ state: 'unavailable', reason: 'nothing_to_measure' });
  expect((await answer('returning_share')).value).toMatchObject({ n: 0, of: 1 });
  expect((await answer('growth_accounting')).value).toEqual({ state: 'unavailable', reason: 'nothing_to_measure' });
  expect((await answer('growth_accounting')).parts).toEqual({});
});

test('a block is the last whole one before the end', async () => {
  await using analysis = await openAnalysis();
  const { made, say } = forum(4);
  say(0, on(-28));
  say(1, on(-1));
  say(0, on(0));
  say(2, on(27));
  say(3, on(28));
  say(3, on(60));
  const answer = ask(analysis, EXAMPLES_ON, made, window(0, 55));
  expect((await answer('growth_accounting')).value).toMatchObject({ n: 1, of: 2 });
  expect((await answer('growth_accounting')).parts).toMatchObject({
    active: 2,
    new: 1,
    retained: 1,
    resurrected: 0,
    lapsed: 1,
  });
});

test('at risk from three usual gaps on, 28 days at least, 120 at most, until 180', async () => {
  await using analysis = await openAnalysis();
  const { made, say } = forum(8);
  // Gaps of 1, 10, 50 days and the end of the period at 0.
  const rhythm = (member: number, gap: number, silent: number, acts = 4): void => {
    for (let act = 0; act < acts; act += 1) say(member, on(-1 - silent - act * gap));
  };
  rhythm(0, 1, 28);
  rhythm(1, 1, 27);
  rhythm(2, 10, 30);
  rhythm(3, 10, 29);
  rhythm(4, 50, 120);
  rhythm(5, 50, 119);
  rhythm(6, 1, 28, 3);
  rhythm(7, 1, 180);
  say(6, on(5));
  const answer = await ask(analysis, EXAMPLES_ON, made, window(-30, 0))('at_risk');
  expect(answer.value).toMatchObject({ value: 3 });
  expect(answer.parts).toEqual({ gone: 1 });
});

test('how often an active member comes: three days in thirty', async () => {
  await using analysis = await openAnalysis();
  const { made, say } = forum(20);
  for (let member = 0; member < 20; member += 1) {
    for (let offset = -40; offset <= 100; offset += 10) say(member, on(offset));
  }
  const answer = await ask(analysis, EXAMPLES_ON, made, window(0, 90))('stickiness');
  expect(answer.value).toMatchObject({ state: 'value', n: 180, of: 1800, sample: 20 });
  expect(answer.value.state === 'value' && answer.value.value).toBeCloseTo(0.1, 12);
});
