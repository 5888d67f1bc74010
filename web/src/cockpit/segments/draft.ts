import type { Condition, SegmentRule } from '#cockpit/segments/wire.ts';

export type Mode = 'all' | 'any';

/** One line of the editor: a condition, or a group of them, or the contrary of either. */
export interface Line {
  readonly key: string;
  readonly isNot: boolean;
  readonly of: Condition | Group;
}

export interface Group {
  readonly mode: Mode;
  readonly lines: readonly Line[];
}

export function isGroup(of: Line['of']): of is Group {
  return 'mode' in of;
}

let made = 0;

/** A line of its own name, which stays while it is edited. */
export function aLine(of: Line['of'], isNot = false): Line {
  made += 1;
  return { key: `line-${String(made)}`, isNot, of };
}

/** What a new condition of each kind begins as. */
export const BEGINNINGS = {
  activity: { is: 'activity', how: 'at_least', count: 3, within: { last: 30 } },
  answered: { is: 'answered', people: 3, within: { last: 90 } },
  state: { is: 'state', states: ['core', 'active'] },
  first: { is: 'first', within: { last: 90 } },
  last: { is: 'last', within: { last: 30 } },
  place: { is: 'place', places: [] },
  channel: { is: 'channel', channels: [] },
  theme: { is: 'theme', themes: [] },
  affiliation: { is: 'affiliation', organisations: [] },
  kind: { is: 'kind', kinds: ['person'] },
} as const satisfies Readonly<Record<Condition['is'], Condition>>;

export const KINDS: readonly Condition['is'][] = [
  'activity',
  'answered',
  'state',
  'first',
  'last',
  'place',
  'channel',
  'theme',
  'affiliation',
  'kind',
];

/** A new segment begins with persons who contributed lately. */
export function freshDraft(): Group {
  return { mode: 'all', lines: [aLine(BEGINNINGS.kind), aLine(BEGINNINGS.activity)] };
}

/** A rule as the editor shows it; undefined where it is deeper than the editor goes. */
export function draftOf(rule: SegmentRule): Group | undefined {
  const top = rule.is === 'all' || rule.is === 'any' ? rule : ({ is: 'all', rules: [rule] } as const);
  return groupOf(top.is, top.rules, true);
}

function groupOf(mode: Mode, rules: readonly SegmentRule[], mayNest: boolean): Group | undefined {
  const lines: Line[] = [];
  for (const rule of rules) {
    const isNot = rule.is === 'not';
    const inner = isNot ? rule.rule : rule;
    const of = lineOf(inner, mayNest);
    if (of === undefined) return undefined;
    lines.push(aLine(of, isNot));
  }
  return { mode, lines };
}

function lineOf(rule: SegmentRule, mayNest: boolean): Line['of'] | undefined {
  if (rule.is === 'not') return undefined;
  if (rule.is !== 'all' && rule.is !== 'any') return rule;
  return mayNest ? groupOf(rule.is, rule.rules, false) : undefined;
}

/** What the editor shows as a rule; undefined while something in it is missing. */
export function ruleOf(draft: Group): SegmentRule | undefined {
  const rules: SegmentRule[] = [];
  for (const { isNot, of } of draft.lines) {
    const rule = isGroup(of) ? ruleOf(of) : of;
    if (rule === undefined || isUnfinished(rule)) return undefined;
    rules.push(isNot ? { is: 'not', rule } : rule);
  }
  return rules.length === 0 ? undefined : { is: draft.mode, rules };
}

/** Whether something is missing in it, or cannot be. */
function isUnfinished(rule: SegmentRule): boolean {
  if ('within' in rule && isOpen(rule)) return true;
  if (rule.is === 'activity') return !isWhole(rule.count, rule.how === 'at_least' ? 1 : 0);
  if (rule.is === 'answered') return !isWhole(rule.people, 1);
  return chosenIn(rule)?.length === 0;
}

/** What was chosen in a condition that is a choice of some. */
function chosenIn(rule: SegmentRule): readonly string[] | undefined {
  switch (rule.is) {
    case 'place':
      return rule.places;
    case 'channel':
      return rule.channels;
    case 'theme':
      return rule.themes;
    case 'affiliation':
      return rule.organisations;
    case 'state':
      return rule.states;
    case 'kind':
      return rule.kinds;
    default:
      return undefined;
  }
}

function isWhole(n: number, least: number): boolean {
  return Number.isInteger(n) && n >= least && n <= 100_000;
}

/** Days that are missing, or end before they begin. */
function isOpen({ within }: Extract<Condition, { within: unknown }>): boolean {
  if ('last' in within) return !isWhole(within.last, 1) || within.last > 3660;
  return within.from !== null && within.until !== null && within.from >= within.until;
}
