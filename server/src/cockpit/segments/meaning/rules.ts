import { createHash } from 'node:crypto';
import type { Compiled, Condition, Rule, State, Within } from '#cockpit/segments/index.ts';

/** Numbers the values of one text from `$first` on; a value asked for twice keeps its number. */
interface Values {
  put(value: string | number | readonly string[]): string;
  readonly all: readonly (string | number | readonly string[])[];
}

function valuesFrom(first: number): Values {
  const all: (string | number | readonly string[])[] = [];
  return {
    all,
    put(value) {
      const known = typeof value === 'string' ? all.indexOf(value) : -1;
      if (known >= 0) return `$${String(first + known)}`;
      all.push(value);
      return `$${String(first + all.length - 1)}`;
    },
  };
}

/**
 * A rule as SQL that gives `(member_id)`, the same text on both engines, its values numbered from `$first` on.
 * `asOf`: the day before which everything is seen; nothing later counts.
 */
export function compileRule(rule: Rule, asOf: string, first: number): Compiled {
  const values = valuesFrom(first);
  const sql = `
select meant.member_id
from fact_member meant
where meant.merged_into is null and ${whether(rule, asOf, values)}`;
  return { sql, params: values.all };
}

function whether(rule: Rule, asOf: string, values: Values): string {
  switch (rule.is) {
    case 'all':
      return `(${rule.rules.map((one) => whether(one, asOf, values)).join(' and ')})`;
    case 'any':
      return `(${rule.rules.map((one) => whether(one, asOf, values)).join(' or ')})`;
    case 'not':
      return `not ${whether(rule.rule, asOf, values)}`;
    case 'kind':
      return `(meant.kind = any(${values.put(rule.kinds)}::text[]))`;
    case 'activity': {
      const isAtLeast = rule.how === 'at_least';
      // Whoever never contributed has no row: at most n is the contrary of at least n + 1.
      const least = isAtLeast ? rule.count : rule.count + 1;
      return `(meant.member_id ${isAtLeast ? 'in' : 'not in'} (${active(least, rule.within, asOf, values)}))`;
    }
    default:
      return `(meant.member_id in (${membersBy(rule, asOf, values)}))`;
  }
}

type OfFacts = Exclude<Condition, { is: 'kind' | 'activity' }>;

/** The members a condition finds in the facts. */
function membersBy(condition: OfFacts, asOf: string, values: Values): string {
  switch (condition.is) {
    case 'answered':
      return answered(condition.people, condition.within, asOf, values);
    case 'state':
      return inState(condition.states, asOf, values);
    case 'first':
    case 'last':
      return firstOrLast(condition.is, condition.within, asOf, values);
    case 'place':
    case 'channel':
      return contributedIn(condition, asOf, values);
    case 'theme':
      return aboutTheme(condition.themes, asOf, values);
    case 'affiliation':
      return affiliated(condition.organisations, asOf, values);
    default:
      return condition satisfies never;
  }
}

/** Whether a day lies within; always before `asOf`. */
function isWithin(day: string, within: Within, asOf: string, values: Values): string {
  const now = `${day} < ${values.put(asOf)}::date`;
  if ('last' in within) return `${now} and ${day} >= ${values.put(asOf)}::date - ${values.put(within.last)}::int`;
  const from = within.from === null ? '' : ` and ${day} >= ${values.put(within.from)}::date`;
  const until = within.until === null ? '' : ` and ${day} < ${values.put(within.until)}::date`;
  return now + from + until;
}

function active(least: number, within: Within, asOf: string, values: Values): string {
  return `
  select spent.member_id from fact_day spent
  where ${isWithin('spent.day', within, asOf, values)}
  group by spent.member_id having sum(spent.posts + spent.replies) >= ${values.put(least)}::int`;
}

function answered(people: number, within: Within, asOf: string, values: Values): string {
  return `
  select given.from_member as member_id from fact_answer given
  where given.to_role = 'person' and ${isWithin('given.day', within, asOf, values)}
  group by given.from_member having count(distinct given.to_member) >= ${values.put(people)}::int`;
}

function firstOrLast(which: 'first' | 'last', within: Within, asOf: string, values: Values): string {
  const bound = which === 'first' ? 'min' : 'max';
  return `
  select bounds.member_id from (
    select spent.member_id, ${bound}(spent.day) as day from fact_day spent
    where spent.day < ${values.put(asOf)}::date group by spent.member_id
  ) bounds
  where ${isWithin('bounds.day', within, asOf, values)}`;
}

function contributedIn(
  condition: Extract<Condition, { is: 'place' | 'channel' }>,
  asOf: string,
  values: Values,
): string {
  const [column, ids] = condition.is === 'place' ? ['place_id', condition.places] : ['channel_id', condition.channels];
  return `
  select spent.member_id from fact_day spent
  where spent.day < ${values.put(asOf)}::date and spent.${column} = any(${values.put(ids)}::uuid[])`;
}

/** Asked for by the theme the thread was given, or by the one that theme was merged into since. */
function aboutTheme(themes: readonly string[], asOf: string, values: Values): string {
  const ids = `${values.put(themes)}::uuid[]`;
  return `
  select done.member_id from fact_message done
  where done.day < ${values.put(asOf)}::date and done.thread_id in (
    select about.thread_id from fact_theme about where about.theme_id = any(${ids})
    union all
    select given.thread_id from plain_thread_theme given where given.theme_id = any(${ids})
  )`;
}

/** The copy knows organisations by a mark. */
export function organisationMark(name: string): string {
  return createHash('md5').update(name.toLowerCase()).digest('hex');
}

function affiliated(organisations: readonly string[], asOf: string, values: Values): string {
  const marks = organisations.map(organisationMark);
  return `
  select belongs.member_id from fact_affiliation belongs
  where belongs.organisation = any(${values.put(marks)}::text[])
    and (belongs.from_day is null or belongs.from_day < ${values.put(asOf)}::date)
    and (belongs.until_day is null or belongs.until_day >= ${values.put(asOf)}::date)`;
}

/** Each supposes that those before it do not hold; `recent`: contributed in the last 30 days. */
const HOLDS: Readonly<Record<State, string>> = {
  new: 'lived.first_day >= lived.asked - 30',
  returned: 'lived.recent - lived.earlier >= 90',
  core: 'lived.recent is not null and lived.weeks >= 3',
  active: 'lived.recent is not null',
  fading: 'lived.last_day >= lived.asked - 60',
  dormant: 'lived.last_day >= lived.asked - 180',
  gone: 'true',
};

function inState(states: readonly State[], asOf: string, values: Values): string {
  const asked = `${values.put(asOf)}::date`;
  const cases = Object.entries(HOLDS).map(([state, holds]) => `when ${holds} then '${state}'`);
  return `
  select lived.member_id from (
    select spent.member_id, ${asked} as asked, min(spent.day) as first_day, max(spent.day) as last_day,
      min(case when spent.day >= ${asked} - 30 then spent.day end) as recent,
      max(case when spent.day < ${asked} - 30 then spent.day end) as earlier,
      count(distinct case when spent.day >= ${asked} - 28
        then (${asked} - 1 - spent.day) - (${asked} - 1 - spent.day) % 7 end) as weeks
    from fact_day spent where spent.day < ${asked} group by spent.member_id
  ) lived
  where case ${cases.join(' ')} end = any(${values.put(states)}::text[])`;
}
