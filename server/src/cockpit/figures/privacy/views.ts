import type { Given } from '#cockpit/figures/counting/index.ts';
import { compose } from '#cockpit/figures/counting/index.ts';
import { addDays, daysBetween, mondayOf } from '#kernel/day.ts';
import type { Window } from '#kernel/window.ts';
import type { Scoped } from '#platform/projection/index.ts';
import type { Crowd, Cut, Week } from './model.ts';

const HELD = {
  reads: 'days',
  select: `
select asked_day.w, days.member_id, sum(days.n)::double precision as n
from asked_day join days on days.day = asked_day.day
group by asked_day.w, days.member_id`,
} as const;

const NOBODY: Crowd = { part: 0, whole: 0, rest: 0, largest: 0 };

/** Who stands behind each window of a question, beside one whole of which it asks a part. */
export async function crowdsBehind(facts: Scoped, given: Given, whole: Cut): Promise<readonly Crowd[]> {
  const part = compose(HELD, given);
  const all = compose(HELD, { ...given, ...whole });
  const rows = await facts.query(
    `select held.w, count(part.member_id)::int as part, count(*)::int as whole,
      count(case when held.n > coalesce(part.n, 0) then 1 end)::int as rest,
      coalesce(max(part.n) / sum(part.n), 0)::double precision as largest
    from (${shifted(all.text, part.params.length)}) held
    left join (${part.text}) part on part.w = held.w and part.member_id = held.member_id
    group by held.w`,
    [...part.params, ...all.params],
  );
  const crowds = given.asked.map(() => NOBODY);
  for (const row of rows) {
    const [n, of, rest, largest] = [row['part'], row['whole'], row['rest'], row['largest']].map(Number);
    crowds[Number(row['w'])] = { part: n ?? 0, whole: of ?? 0, rest: rest ?? 0, largest: largest ?? 0 };
  }
  return crowds;
}

/** The values of a text, numbered after those of another. */
function shifted(text: string, by: number): string {
  return text.replaceAll(/\$(\d+)/g, (_, n: string) => `$${String(Number(n) + by)}`);
}

/** How many persons of a question contributed in each week of a window. */
export async function weeksOf(facts: Scoped, given: Given, { from, until }: Window): Promise<readonly Week[]> {
  const start = mondayOf(from);
  const count = Math.max(0, Math.ceil(daysBetween(start, until) / 7));
  const asked = Array.from({ length: count }, (_, n) => ({
    from: addDays(start, n * 7),
    until: addDays(start, n * 7 + 7),
  }));
  if (asked.length === 0) return [];
  const { text, params } = compose(
    {
      reads: 'days',
      select: `
select asked_day.w, count(distinct days.member_id)::int as persons
from asked_day join days on days.day = asked_day.day group by asked_day.w`,
    },
    { ...given, asked, since: start },
  );
  const weeks = asked.map((week) => ({ from: week.from, persons: 0 }));
  for (const row of await facts.query(text, params)) {
    const week = asked[Number(row['w'])];
    if (week !== undefined) weeks[Number(row['w'])] = { from: week.from, persons: Number(row['persons']) };
  }
  return weeks;
}
