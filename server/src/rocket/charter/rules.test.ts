import { expect, test } from 'vitest';
import { FUNCTIONS } from '#kernel/actor.ts';
import { RESPONSIBILITIES } from '#rocket/charter/duties/index.ts';
import { ACTIONS } from '#workspace/audit/model.ts';
import type { Holder, Holding } from './model.ts';
import { isDoing, letterOf, lineOf, pilotsIn, proposed } from './rules.ts';

const LINA: Holder = { id: 'lina', name: 'Lina Ferrand', functions: ['pilot'] };
const OMAR: Holder = { id: 'omar', name: 'Omar Tissot', functions: ['host', 'moderator'] };
const course = RESPONSIBILITIES.find(({ id }) => id === 'course') ?? expect.unreachable('course');
const means = RESPONSIBILITIES.find(({ id }) => id === 'means') ?? expect.unreachable('means');
const by = (name: Holding['function'], letter: Holding['letter'], responsibility = 'course'): Holding => ({
  responsibility,
  function: name,
  colleagueId: null,
  letter,
});
const own = (colleagueId: string, letter: Holding['letter']): Holding => ({
  responsibility: 'course',
  function: null,
  colleagueId,
  letter,
});
const did = (colleagueId: string, action = 'objective.added', count = 1) => ({ action, colleagueId, count });

test('about two dozen responsibilities, each with words in both languages and somebody who usually answers for it', () => {
  expect(RESPONSIBILITIES).toHaveLength(24);
  expect(new Set(RESPONSIBILITIES.map(({ id }) => id)).size).toBe(24);
  for (const { name, about, usual } of RESPONSIBILITIES) {
    for (const words of [name, about]) expect(words.fr !== '' && words.en !== '').toBe(true);
    expect(Object.values(usual).filter((letter) => letter === 'A')).toHaveLength(1);
  }
});

test('one’s own line counts before those of one’s functions; of these the strongest', () => {
  expect(letterOf(OMAR, [by('host', 'C'), by('moderator', 'R')])).toBe('R');
  expect(letterOf(OMAR, [by('host', 'A'), own('omar', 'I')])).toBe('I');
  expect(letterOf(LINA, [by('host', 'A')])).toBeNull();
});

test('gaps and overlaps: nobody, nobody who answers, several who do, a function nobody has', () => {
  const issues = (holdings: readonly Holding[], people = [LINA, OMAR]) => lineOf(means, holdings, people, []).issues;
  const on = (name: Holding['function'], letter: Holding['letter']) => by(name, letter, 'means');
  expect(issues([])).toEqual(['nobody']);
  expect(issues([on('sponsor', 'A')])).toEqual(['nobody']);
  expect(issues([on('pilot', 'C')])).toEqual(['nobody']);
  expect(issues([on('pilot', 'R')])).toEqual(['no_answer']);
  expect(issues([on('pilot', 'A'), on('host', 'A')])).toEqual(['several_answer']);
  expect(issues([on('pilot', 'A'), on('host', 'R')])).toEqual([]);
});

test('the charter beside what was done: a holder nobody saw, somebody else who was seen', () => {
  const issues = (deeds: Parameters<typeof lineOf>[3]) =>
    lineOf(course, [by('pilot', 'A')], [LINA, OMAR], deeds).issues;
  expect(issues([])).toEqual(['not_seen']);
  expect(issues([did('lina')])).toEqual([]);
  expect(issues([did('omar')])).toEqual(['not_seen', 'others']);
  expect(issues([did('lina', 'signal.raised')])).toEqual(['not_seen']);
});

test('an action is a trace by its whole name, or by the beginning that ends in a point', () => {
  expect(isDoing({ traces: ['objective.', 'mandate.given'] }, 'objective.added')).toBe(true);
  expect(isDoing({ traces: ['objective.', 'mandate.given'] }, 'mandate.given')).toBe(true);
  expect(isDoing({ traces: ['objective.', 'mandate.given'] }, 'mandate.given_back')).toBe(false);
  expect(isDoing({ traces: ['colleague.'] }, 'colleague.removed')).toBe(true);
  expect(isDoing({ traces: ['colleague.'] }, 'colleague.joined')).toBe(false);
});

test('every trace is something the record tells', () => {
  const unknown = RESPONSIBILITIES.flatMap(({ traces }) => traces).filter(
    (trace) => !ACTIONS.some((action) => isDoing({ traces: [trace] }, action)),
  );
  expect(unknown).toEqual([]);
});

test('who pilots: declared, seen, both; responsibilities that are not the pilot’s do not count', () => {
  const pilots = (holdings: readonly Holding[], deeds: Parameters<typeof lineOf>[3]) =>
    pilotsIn(RESPONSIBILITIES.map((one) => lineOf(one, holdings, [LINA, OMAR], deeds)));
  expect(pilots([], [])).toEqual({ declared: 0, acting: 0, both: 0 });
  expect(pilots([by('pilot', 'R')], [did('omar')])).toEqual({ declared: 1, acting: 1, both: 0 });
  expect(pilots([by('pilot', 'R')], [did('lina')])).toEqual({ declared: 1, acting: 1, both: 1 });
  expect(pilots([by('host', 'A', 'places')], [did('omar', 'place.added')])).toEqual({
    declared: 0,
    acting: 0,
    both: 0,
  });
});

test('the proposal fills what says nothing and leaves the rest', () => {
  const full = proposed(RESPONSIBILITIES, []);
  expect(full.every(({ function: name }) => name !== null && FUNCTIONS.includes(name))).toBe(true);
  expect(new Set(full.map(({ responsibility }) => responsibility)).size).toBe(24);
  expect(proposed(RESPONSIBILITIES, full)).toEqual([]);
  const rest = proposed(RESPONSIBILITIES, [own('lina', 'A')]);
  expect(rest.some(({ responsibility }) => responsibility === 'course')).toBe(false);
});
