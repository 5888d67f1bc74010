import { poissonExact, ratioOfSums } from '@passerelle/measure';
import type { DetailFrame, FigureRow, Measured } from '#cockpit/figures/index.ts';
import { addDays } from '#kernel/day.ts';
import { BOUNDS, PRESENT, RHYTHM, STATES } from './model.ts';
import type { AtRisk, Lifecycle } from './wire.ts';

const numberIn = (row: FigureRow | undefined, name: string): number => Number(row?.[name] ?? 0);

/** Those who are there, and beside them everybody by state. */
export function countPresent(rows: readonly FigureRow[]): Measured {
  const parts: Record<string, number> = {};
  for (const state of STATES) {
    parts[state] = numberIn(
      rows.find((row) => row['state'] === state),
      'persons',
    );
  }
  const all = Object.values(parts).reduce((sum, persons) => sum + persons, 0);
  const there = PRESENT.reduce((sum, state) => sum + (parts[state] ?? 0), 0);
  return { estimate: poissonExact(there), sample: all, n: there, of: all, parts };
}

/** Those whose silence says that they may be leaving; those who left before are told beside. */
export function countAtRisk([row]: readonly FigureRow[]): Measured {
  const persons = numberIn(row, 'persons');
  const parts = { gone: numberIn(row, 'gone') };
  return { estimate: poissonExact(persons), sample: persons, n: persons, of: persons, parts };
}

/** Days on which somebody came ÷ days on which he counted as active; people, not days, are the observations. */
export function stickiness([row]: readonly FigureRow[]): Measured {
  const sums = {
    persons: numberIn(row, 'persons'),
    x: numberIn(row, 'x'),
    y: numberIn(row, 'y'),
    xx: numberIn(row, 'xx'),
    xy: numberIn(row, 'xy'),
    yy: numberIn(row, 'yy'),
  };
  return { estimate: ratioOfSums(sums), sample: sums.persons, n: sums.x, of: sums.y, parts: { persons: sums.persons } };
}

type Flow = Lifecycle['flows'][number];
type States = Lifecycle['ends'][number]['states'];

const BEFORE = [...STATES, 'absent'] as const;

/**
 * States at every end of the window's pieces, and who went where. Throws where what arrives in a state is not what
 * leaves it in the next step: then somebody was counted twice or not at all.
 */
export function flows(
  [rows = []]: readonly (readonly FigureRow[])[],
  { asked, window, places }: DetailFrame,
): Lifecycle | undefined {
  if (rows.length === 0) return undefined;
  const told = asked.map(({ role, from, until, partial }, w) => ({
    role,
    partial,
    flow: flowOf(rows, w, from, until),
  }));
  const steps = told.filter(({ role }) => role === 'bucket');
  const ends = [
    { day: window.from, partial: isUnseenBefore(window.from, places), states: statesOf(steps[0]?.flow, 'before') },
    ...steps.map(({ flow, partial }) => ({ day: flow.until, partial, states: statesOf(flow, 'after') })),
  ];
  for (const [at, { flow }] of steps.entries()) {
    const left = statesOf(flow, 'before');
    const arrived = ends[at]?.states;
    if (STATES.some((state) => left[state] !== arrived?.[state])) throw new Error('Lifecycle: flows do not add up.');
  }
  return {
    kind: 'lifecycle',
    ends,
    flows: told.filter(({ role }) => role === 'current' || role === 'bucket').map(({ flow }) => flow),
  };
}

/** Whether days that count for the states at the end of a day were not watched. */
function isUnseenBefore(day: string, places: DetailFrame['places']): boolean {
  const since = addDays(day, -BOUNDS.dormant);
  return !places.some(({ span }) => span !== undefined && span.firstDay <= since && span.lastDay >= addDays(day, -1));
}

function flowOf(rows: readonly FigureRow[], w: number, from: string, until: string): Flow {
  const own = rows.filter((row) => numberIn(row, 'w') === w);
  if (own.some((row) => !STATES.some((state) => state === row['after'])))
    throw new Error('Lifecycle: a state nobody declared.');
  const cells = BEFORE.flatMap((before) =>
    STATES.flatMap((after) => {
      const row = own.find((one) => one['before'] === before && one['after'] === after);
      return row === undefined ? [] : [{ before, after, persons: numberIn(row, 'persons') }];
    }),
  );
  return { from, until, cells };
}

function statesOf(flow: Flow | undefined, side: 'before' | 'after'): States {
  const states: States = { new: 0, returned: 0, core: 0, active: 0, fading: 0, dormant: 0, gone: 0 };
  for (const cell of flow?.cells ?? []) {
    const state = cell[side];
    if (state !== 'absent') states[state] += cell.persons;
  }
  return states;
}

/** Where classes of silences begin, in whole days. */
const CLASSES = [RHYTHM.least, 60, 90, 120] as const;

/** Those at risk by how long they have been silent. */
export function silences([rows = []]: readonly (readonly FigureRow[])[]): AtRisk {
  const classes = CLASSES.map((from, at) => {
    const until = CLASSES[at + 1] ?? RHYTHM.gone;
    const inside = rows.filter((row) => numberIn(row, 'silent') >= from && numberIn(row, 'silent') < until);
    return { from, until, persons: inside.reduce((sum, row) => sum + numberIn(row, 'persons'), 0) };
  });
  return { kind: 'at_risk', persons: classes.reduce((sum, { persons }) => sum + persons, 0), silences: classes };
}
