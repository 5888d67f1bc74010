import { FUNCTIONS } from '#kernel/actor.ts';
import type { Letter, Responsibility } from '#rocket/charter/duties/index.ts';
import type { Deed, Holder, Holding, Issue, Line } from './model.ts';

/** Stronger first: whoever answers for something also does it where nobody else does. */
const STRENGTH: readonly Letter[] = ['A', 'R', 'C', 'I'];

/** The letter that counts for a person: his own line before those of his functions; of several, the strongest. */
export function letterOf(person: Holder, holdings: readonly Holding[]): Letter | null {
  const own = holdings.find((one) => one.colleagueId === person.id);
  if (own !== undefined) return own.letter;
  const held = holdings.filter((one) => one.function !== null && person.functions.includes(one.function));
  return STRENGTH.find((letter) => held.some((one) => one.letter === letter)) ?? null;
}

/** Whether an action of the record is this responsibility being done. */
export function isDoing({ traces }: Pick<Responsibility, 'traces'>, action: string): boolean {
  // Whoever joins a team was let in: that is nobody's responsibility being done.
  if (action === 'colleague.joined') return false;
  return traces.some((trace) => action === trace || (trace.endsWith('.') && action.startsWith(trace)));
}

function deedsOf(responsibility: Responsibility, deeds: readonly Deed[], colleagueId: string): number {
  let count = 0;
  for (const deed of deeds) {
    if (deed.colleagueId === colleagueId && isDoing(responsibility, deed.action)) count += deed.count;
  }
  return count;
}

/** A responsibility as the charter says and as the record shows. */
export function lineOf(
  responsibility: Responsibility,
  charter: readonly Holding[],
  people: readonly Holder[],
  deeds: readonly Deed[],
): Line {
  const holdings = charter.filter((one) => one.responsibility === responsibility.id);
  const each = people
    .map((person) => ({
      colleagueId: person.id,
      letter: letterOf(person, holdings),
      deeds: deedsOf(responsibility, deeds, person.id),
    }))
    .filter(({ letter, deeds: done }) => letter !== null || done > 0);
  return { responsibility, holdings, people: each, issues: issuesOf(responsibility, each) };
}

type Each = Line['people'];

/** Holds it: does it or answers for it. */
function holds({ letter }: Each[number]): boolean {
  return letter === 'R' || letter === 'A';
}

function issuesOf({ traces }: Responsibility, people: Each): readonly Issue[] {
  const answering = people.filter(({ letter }) => letter === 'A').length;
  const holders = people.filter(holds);
  const seen = people.filter(({ deeds }) => deeds > 0);
  const issues: Issue[] = [];
  if (holders.length === 0) issues.push('nobody');
  else if (answering === 0) issues.push('no_answer');
  if (answering > 1) issues.push('several_answer');
  if (traces.length > 0 && holders.length > 0 && !holders.some(({ deeds }) => deeds > 0)) issues.push('not_seen');
  if (holders.length > 0 && seen.some((one) => !holds(one))) issues.push('others');
  return issues;
}

/** The lines that a charter which says nothing of a responsibility would begin with. */
export function proposed(all: readonly Responsibility[], charter: readonly Holding[]): readonly Holding[] {
  const said = new Set(charter.map(({ responsibility }) => responsibility));
  return all
    .filter(({ id }) => !said.has(id))
    .flatMap(({ id, usual }) =>
      FUNCTIONS.flatMap((name): readonly Holding[] => {
        const letter = usual[name];
        return letter === undefined ? [] : [{ responsibility: id, function: name, colleagueId: null, letter }];
      }),
    );
}

/** How many persons are declared for the pilot's responsibilities, seen at them, and both. */
export function pilotsIn(lines: readonly Line[]): { declared: number; acting: number; both: number } {
  const [declared, acting] = [new Set<string>(), new Set<string>()];
  for (const { responsibility, people } of lines) {
    if (!responsibility.isPilots) continue;
    for (const one of people) {
      if (holds(one)) declared.add(one.colleagueId);
      if (one.deeds > 0) acting.add(one.colleagueId);
    }
  }
  const both = [...declared].filter((id) => acting.has(id)).length;
  return { declared: declared.size, acting: acting.size, both };
}

/** Somebody who works or worked here. */
interface Worker extends Holder {
  readonly hasLeft: boolean;
}

/** Whoever works here now, by name. */
export function stillHere(all: readonly Worker[]): readonly Holder[] {
  return all.filter(({ hasLeft }) => !hasLeft);
}
