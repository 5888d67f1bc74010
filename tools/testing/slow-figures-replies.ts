import { createHash } from 'node:crypto';
import type { MadeCommunity, MadeMessage } from './made-community.ts';
import { keptMember } from './made-community.ts';
import { actsOf, dayOf, endsOf, threadsOf, type Opened, type SlowQuestion } from './slow-figures.ts';

/** The figures about answers, dependence and presence again, thread by thread and person by person, from their definitions alone. */

type Numbers = Readonly<Record<string, number | null>>;
type Slow = (made: MadeCommunity, asked: SlowQuestion) => Numbers;

const share = (n: number, of: number): Numbers => ({ n, of, value: n / of });

/** Threads nobody else wrote in, bots apart. */
const isAlone = ({ answers }: Opened): boolean => answers.length === 0;

/** The first moment of one kind of people, in the measure in which the thread itself is told. */
function firstBy({ when, answers }: Opened, kind: string): string | undefined {
  const told = (moment: MadeMessage['when']): string[] => {
    if ('at' in when) return 'at' in moment ? [moment.at] : [];
    return 'day' in moment ? [moment.day] : [];
  };
  return answers
    .filter((answer) => answer.kind === kind)
    .flatMap((answer) => told(answer.when))
    .sort()[0];
}

function firstRepliers(made: MadeCommunity, asked: SlowQuestion): Numbers {
  const found = { members: 0, staff: 0, both: 0, waiting: 0 };
  for (const thread of threadsOf(made, asked)) {
    const [member, staff] = [firstBy(thread, 'person'), firstBy(thread, 'staff')];
    if (member === undefined && staff === undefined) found.waiting += 1;
    else if (member === staff) found.both += 1;
    else if (staff === undefined || (member !== undefined && member < staff)) found.members += 1;
    else found.staff += 1;
  }
  const { members, ...parts } = found;
  return { ...share(members, members + parts.staff), ...parts };
}

function unanswered(made: MadeCommunity, asked: SlowQuestion): Numbers {
  const threads = threadsOf(made, asked);
  const questions = threads.filter(({ thread }) => kindOf(made, thread) === 'question');
  const waiting = questions.filter(isAlone).length;
  const unread = threads.filter(({ thread }) => kindOf(made, thread) === undefined).length;
  return { n: waiting, of: questions.length, value: waiting, questions: questions.length, unread };
}

function kindOf({ readings = [] }: MadeCommunity, thread: number): string | undefined {
  return readings.find((reading) => reading.thread === thread)?.kind;
}

const isIn = (day: string, { from, until }: SlowQuestion): boolean => day >= from && day < until;

/** Everything each member wrote in the window, most first. */
function heldBy(made: MadeCommunity, asked: SlowQuestion): number[] {
  const held = new Map<number, number>();
  for (const { member, day } of actsOf(made, asked)) {
    if (isIn(day, asked)) held.set(member, (held.get(member) ?? 0) + 1);
  }
  return [...held.values()].sort((a, b) => b - a);
}

const sum = (numbers: readonly number[]): number => numbers.reduce((all, one) => all + one, 0);

/** One after the other is taken away until half is gone. */
function fewestForHalf(held: readonly number[]): number {
  let people = 0;
  while (2 * sum(held.slice(0, people)) < sum(held)) people += 1;
  return people;
}

function absence(made: MadeCommunity, asked: SlowQuestion): Numbers {
  const held = heldBy(made, asked);
  return { value: fewestForHalf(held), n: fewestForHalf(held), of: held.length, persons: held.length, acts: sum(held) };
}

/** The mean difference between any two, over twice the mean. */
function inequality(made: MadeCommunity, asked: SlowQuestion): Numbers {
  const held = heldBy(made, asked);
  const apart = sum(held.map((one) => sum(held.map((other) => Math.abs(one - other)))));
  return { value: apart / (2 * held.length * sum(held)), sample: held.length };
}

/** The organisation of a member on a day: of several, the one he joined last. */
function organisationOf(made: MadeCommunity, member: number, day: string): number | undefined {
  const then = (made.affiliations ?? []).filter(
    (one) =>
      keptMember(made, one.member) === member &&
      (one.from ?? '') <= day &&
      (one.until === undefined || one.until > day),
  );
  const latest = then.map(({ from }) => from ?? '').sort();
  const joined = then.filter(({ from }) => (from ?? '') === latest.at(-1));
  // Joined on the same day: the one that comes first under the name the copy knows it by.
  return joined.map(({ organisation }) => organisation).sort((a, b) => nameOf(a).localeCompare(nameOf(b), 'en'))[0];
}

function nameOf(organisation: number): string {
  return createHash('md5')
    .update(`organisation ${String(organisation)}`)
    .digest('hex');
}

function elephants(made: MadeCommunity, asked: SlowQuestion): Numbers {
  const held = new Map<number, number>();
  const acts = actsOf(made, asked).filter(({ day }) => isIn(day, asked));
  for (const { member, day } of acts) {
    const organisation = organisationOf(made, member, day);
    if (organisation !== undefined) held.set(organisation, (held.get(organisation) ?? 0) + 1);
  }
  const most = [...held.values()].sort((a, b) => b - a);
  const [known, all] = [sum(most), acts.length];
  return { value: fewestForHalf(most), of: held.size, known, acts: all, known_share: known / all };
}

/** Working days that were watched, and those on which staff wrote. */
function presence(made: MadeCommunity, asked: SlowQuestion): Numbers {
  const days = new Set(actsOf(made, asked, 'staff').map(({ day }) => day));
  const spans = asked.places.map((place) => spanOf(made, place, asked.zone)).filter((span) => span !== undefined);
  const [first, last] = [
    spans.map(([day]) => day).sort()[0] ?? '',
    spans
      .map(([, day]) => day)
      .sort()
      .at(-1) ?? '',
  ];
  let [working, present] = [0, 0];
  for (let day = asked.from; day < asked.until; day = dayAfter(day)) {
    const isWorking = ![0, 6].includes(new Date(`${day}T00:00:00Z`).getUTCDay());
    if (!isWorking || day < first || day > last) continue;
    working += 1;
    if (days.has(day)) present += 1;
  }
  return share(present, working);
}

function dayAfter(day: string): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + 86_400_000).toISOString().slice(0, 10);
}

/** The first and the last day of a place; undefined where nothing happened. */
function spanOf(made: MadeCommunity, place: number, zone: string): readonly [string, string] | undefined {
  const last = endsOf(made, zone).get(place)?.day;
  const days = made.messages.filter(isOf(made, place)).map(({ when }) => dayOf(when, zone));
  const reacted = made.reactions.flatMap(({ message, account, when }) => {
    const about = made.messages[message];
    const isHere = about !== undefined && made.channels[about.channel] === place;
    return isHere && account !== undefined && when !== undefined ? [dayOf(when, zone)] : [];
  });
  const [first] = [...days, ...reacted].sort();
  return first === undefined || last === undefined ? undefined : [first, last];
}

const isOf =
  (made: MadeCommunity, place: number) =>
  ({ channel, state = 'shown' }: MadeMessage): boolean =>
    made.channels[channel] === place && (state === 'shown' || state === 'erased');

export const SLOW_REPLIES: Readonly<Record<string, Slow>> = {
  unanswered,
  member_answered_share: firstRepliers,
  solo_threads: (made, asked) => {
    const threads = threadsOf(made, asked);
    return share(threads.filter(isAlone).length, threads.length);
  },
  absence_factor: absence,
  gini: inequality,
  elephant_factor: elephants,
  presence,
  // Nothing is received for these yet: they have no number to be held against.
  moderation_load: () => ({}),
  reply_sla: () => ({}),
};
