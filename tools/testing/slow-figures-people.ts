import type { MadeCommunity, MadeMessage } from './made-community.ts';
import { actsOf, counts, dayOf, daysApart, endsOf, isChosen, memberOf, type SlowQuestion } from './slow-figures.ts';

/** The figures about people again, person by person and day by day, from their definitions alone. */

type Slow = (made: MadeCommunity, asked: SlowQuestion) => Readonly<Record<string, number | null>>;

/** The days on which each person contributed, in order, each once. */
function personsOf(made: MadeCommunity, asked: SlowQuestion): string[][] {
  const acts = actsOf(made, asked);
  return [...new Set(acts.map(({ member }) => member))].map((member) => [
    ...new Set(
      acts
        .filter((act) => act.member === member)
        .map(({ day }) => day)
        .sort(),
    ),
  ]);
}

function plus(day: string, days: number): string {
  return new Date(Date.parse(day) + days * 86_400_000).toISOString().slice(0, 10);
}

/** The month some months after that of a day: 2026-03. */
function monthOf(day: string, after = 0): string {
  const months = Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7)) - 1 + after;
  return `${String(Math.floor(months / 12)).padStart(4, '0')}-${String((months % 12) + 1).padStart(2, '0')}`;
}

function lastDay(made: MadeCommunity, { zone, places }: SlowQuestion): string {
  const ends = endsOf(made, zone);
  return places.map((place) => ends.get(place)?.day ?? '').reduce((last, day) => (day > last ? day : last), '');
}

const isIn = (day: string | undefined, from: string, until: string): boolean =>
  day !== undefined && day >= from && day < until;

const share = (n: number, of: number) => ({ n, of, value: n / of });

function lost(made: MadeCommunity, asked: SlowQuestion): number {
  const acts = actsOf(made, asked);
  return [...new Set(acts.map(({ member }) => member))].filter((member) => {
    const days = acts.filter((act) => act.member === member).map(({ day }) => day);
    const before = days.filter((day) => isIn(day, plus(asked.from, -90), asked.from));
    return before.length >= 4 && !days.some((day) => isIn(day, asked.from, asked.until));
  }).length;
}

function reactivated(made: MadeCommunity, asked: SlowQuestion): number {
  return personsOf(made, asked).filter((days) => {
    const back = days.findIndex((day) => isIn(day, asked.from, asked.until));
    const [day, before] = [days[back], days[back - 1]];
    return day !== undefined && before !== undefined && daysApart(before, day) >= 90;
  }).length;
}

/** Newcomers of the window: how many can be judged, how many of these came again as asked. */
function newcomers(
  made: MadeCommunity,
  asked: SlowQuestion,
  isRipe: (first: string) => boolean,
  isAgain: (first: string, day: string) => boolean,
) {
  const fresh = personsOf(made, asked).filter(([first]) => isIn(first, asked.from, asked.until));
  const ripe = fresh.filter(([first]) => first !== undefined && isRipe(first));
  const good = ripe.filter(([first, ...others]) => others.some((day) => isAgain(first ?? '', day)));
  return { ...share(good.length, ripe.length), unripe: fresh.length - ripe.length };
}

const secondOf = (when: { readonly at: string } | { readonly day: string }): number | undefined =>
  'at' in when ? Date.parse(when.at) : undefined;

/** The first thing each person said, where its instant is known, and whether somebody answered it within a day. */
function welcomed(made: MadeCommunity, asked: SlowQuestion) {
  const ends = endsOf(made, asked.zone);
  let [ripe, unripe, good] = [0, 0, 0];
  for (const member of new Set(actsOf(made, asked).map((act) => act.member))) {
    const own = [...made.messages.entries()].filter(
      ([, message]) => counts(message) && isChosen(made, message, asked) && memberOf(made, message.account) === member,
    );
    const day = own.map(([, message]) => dayOf(message.when, asked.zone)).sort()[0];
    const [first] = own
      .filter(([, message]) => dayOf(message.when, asked.zone) === day && secondOf(message.when) !== undefined)
      .sort(([a, one], [b, other]) => (secondOf(one.when) ?? 0) - (secondOf(other.when) ?? 0) || a - b);
    if (!isIn(day, asked.from, asked.until) || first === undefined) continue;
    const [number, words] = first;
    const until = (secondOf(words.when) ?? 0) + 86_400_000;
    if (until > (ends.get(made.channels[words.channel] ?? -1)?.second ?? 0) * 1000) unripe += 1;
    else {
      ripe += 1;
      const isAnswer = (answer: MadeMessage): boolean =>
        answer.repliesTo === number ||
        (answer.repliesTo === undefined &&
          answer.thread !== undefined &&
          answer.thread === words.thread &&
          answer.opens !== true);
      const isGood = made.messages.some((answer) => {
        const second = secondOf(answer.when);
        const author = memberOf(made, answer.account);
        if (second === undefined || second > until || second < until - 86_400_000) return false;
        return counts(answer) && author !== member && made.members[author]?.kind !== 'bot' && isAnswer(answer);
      });
      if (isGood) good += 1;
    }
  }
  return { ...share(good, ripe), unripe };
}

/** Whose reactions count is a question of who reacts; whose message it was, is not. */
function reactors(made: MadeCommunity, { members, ...asked }: SlowQuestion): number {
  const found = made.reactions.flatMap(({ message, account, when }) => {
    const about = made.messages[message];
    if (about === undefined || account === undefined || when === undefined) return [];
    if (!isChosen(made, about, asked) || !isIn(dayOf(when, asked.zone), asked.from, asked.until)) return [];
    const member = memberOf(made, account);
    return made.members[member]?.kind === 'person' && members?.includes(member) !== false ? [member] : [];
  });
  return new Set(found).size;
}

function activeIn(made: MadeCommunity, asked: SlowQuestion, from: string, until: string): Set<number> {
  return new Set(
    personsOf(made, asked).flatMap((days, who) => (days.some((day) => isIn(day, from, until)) ? [who] : [])),
  );
}

function bothWindows(made: MadeCommunity, asked: SlowQuestion) {
  const now = activeIn(made, asked, asked.from, asked.until);
  const before = activeIn(made, asked, plus(asked.from, -daysApart(asked.from, asked.until)), asked.from);
  return { now: now.size, before: before.size, both: [...now].filter((who) => before.has(who)).length };
}

/** The last block of 28 days, counted from a Monday, that ends within the window. */
function lastBlock({ until }: SlowQuestion): string {
  let end = plus('1970-01-05', 28 * 900);
  while (end > until) end = plus(end, -28);
  return plus(end, -28);
}

function blocks(made: MadeCommunity, asked: SlowQuestion) {
  const from = lastBlock(asked);
  const [now, before] = [activeIn(made, asked, from, plus(from, 28)), activeIn(made, asked, plus(from, -28), from)];
  const ever = activeIn(made, asked, '0000-01-01', from);
  const retained = [...now].filter((who) => before.has(who)).length;
  return {
    ...share(retained, before.size),
    active: now.size,
    retained,
    new: [...now].filter((who) => !ever.has(who)).length,
    resurrected: [...now].filter((who) => ever.has(who) && !before.has(who)).length,
    lapsed: [...before].filter((who) => !now.has(who)).length,
  };
}

/** Where a person stands at the end of a period, by the words of the definition. */
export function slowState(days: readonly string[], end: string): string | undefined {
  const past = days.filter((day) => day < end);
  const [first, last] = [past[0], past.at(-1)];
  if (first === undefined || last === undefined) return undefined;
  const ago = daysApart(last, end);
  if (ago > 180) return 'gone';
  if (ago > 60) return 'dormant';
  if (ago > 30) return 'fading';
  return daysApart(first, end) <= 30 ? 'new' : slowPresence(past, end);
}

/** Somebody who came long ago and wrote in the last 30 days. */
function slowPresence(past: readonly string[], end: string): string {
  const back = past.findIndex((day) => daysApart(day, end) <= 30);
  if (daysApart(past[back - 1] ?? '', past[back] ?? '') >= 90) return 'returned';
  const weeks = [0, 1, 2, 3].filter((week) =>
    past.some((day) => isIn(day, plus(end, -7 * (week + 1)), plus(end, -7 * week))),
  );
  return weeks.length >= 3 ? 'core' : 'active';
}

/** How many persons are in each state at the end of a period. */
export function slowStates(made: MadeCommunity, asked: SlowQuestion, end: string): Record<string, number> {
  const found = { new: 0, returned: 0, core: 0, active: 0, fading: 0, dormant: 0, gone: 0 } as Record<string, number>;
  for (const days of personsOf(made, asked)) {
    const state = slowState(days, end);
    if (state !== undefined) found[state] = (found[state] ?? 0) + 1;
  }
  return found;
}

/** From which state to which each person went between two days; `absent`: they had not come yet. */
export function slowFlow(made: MadeCommunity, asked: SlowQuestion): Record<string, number> {
  const found: Record<string, number> = {};
  for (const days of personsOf(made, asked)) {
    const [before, after] = [slowState(days, asked.from) ?? 'absent', slowState(days, asked.until)];
    if (after !== undefined) found[`${before}>${after}`] = (found[`${before}>${after}`] ?? 0) + 1;
  }
  return found;
}

/** Those who came in a month: how many, and how many were active in each month since, until the last one given. */
export function slowCohort(made: MadeCommunity, asked: SlowQuestion, month: string, lastMonth: string) {
  const own = personsOf(made, asked)
    .map((days) => days.map((day) => monthOf(day)).filter((one) => one <= lastMonth.slice(0, 7)))
    .filter(([first]) => first === month.slice(0, 7));
  const months: string[] = [];
  for (let next = month.slice(0, 7); next <= lastMonth.slice(0, 7); next = monthOf(`${next}-01`, 1)) months.push(next);
  return {
    size: own.length,
    activeIn: months.map((one) => own.filter((active) => active.includes(one)).length),
    activeInOrLater: months.map((one) => own.filter((active) => active.some((other) => other >= one)).length),
  };
}

function median(sorted: readonly number[]): number {
  const middle = (sorted.length - 1) / 2;
  return ((sorted[Math.floor(middle)] ?? 0) + (sorted[Math.ceil(middle)] ?? 0)) / 2;
}

function atRisk(made: MadeCommunity, asked: SlowQuestion) {
  let [risky, gone] = [0, 0];
  for (const all of personsOf(made, asked)) {
    const days = all.filter((day) => day < asked.until);
    const last = days.at(-1);
    if (days.length < 4 || last === undefined) continue;
    const gaps = days.slice(1).map((day, n) => daysApart(days[n] ?? '', day));
    const bound = Math.min(120, Math.max(28, 3 * median(gaps.sort((a, b) => a - b))));
    const wholeDaysWithout = daysApart(last, asked.until) - 1;
    if (wholeDaysWithout >= 180) gone += 1;
    else if (wholeDaysWithout >= bound) risky += 1;
  }
  return { value: risky, gone };
}

function stickiness(made: MadeCommunity, asked: SlowQuestion) {
  const persons = personsOf(made, asked);
  let [daily, monthly] = [0, 0];
  for (let day = asked.from; day < asked.until; day = plus(day, 1)) {
    for (const days of persons) {
      if (days.includes(day)) daily += 1;
      if (days.some((one) => isIn(one, plus(day, -29), plus(day, 1)))) monthly += 1;
    }
  }
  return share(daily, monthly);
}

function presence(made: MadeCommunity, asked: SlowQuestion) {
  const states = slowStates(made, asked, asked.until);
  const of = Object.values(states).reduce((sum, persons) => sum + persons, 0);
  const there = of - (states['fading'] ?? 0) - (states['dormant'] ?? 0) - (states['gone'] ?? 0);
  return { ...states, n: there, of, value: there };
}

function retained(made: MadeCommunity, asked: SlowQuestion, by: 'now' | 'before') {
  const found = bothWindows(made, asked);
  return share(found.both, found[by]);
}

/** Each figure about people, by its name. */
export const SLOW_PEOPLE: Readonly<Record<string, Slow>> = {
  reactors: (made, asked) => ({ value: reactors(made, asked) }),
  welcomed_24h: welcomed,
  lost_regulars: (made, asked) => ({ value: lost(made, asked) }),
  reactivated: (made, asked) => ({ value: reactivated(made, asked) }),
  activation_30d: (made, asked) =>
    newcomers(
      made,
      asked,
      (first) => plus(first, 30) <= lastDay(made, asked),
      (first, day) => day <= plus(first, 30),
    ),
  cohort_retention: (made, asked) =>
    newcomers(
      made,
      asked,
      (first) => monthOf(plus(lastDay(made, asked), 1)) >= monthOf(first, 2),
      (first, day) => monthOf(day) === monthOf(first, 1),
    ),
  retention_rate: (made, asked) => retained(made, asked, 'before'),
  returning_share: (made, asked) => retained(made, asked, 'now'),
  growth_accounting: blocks,
  lifecycle_state: presence,
  at_risk: atRisk,
  stickiness,
};
