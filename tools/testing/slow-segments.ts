import type { Condition, Rule, Within } from '#cockpit/segments/index.ts';
import type { MadeCommunity, MadeMessage } from './made-community.ts';
import { keptMember, madeId } from './made-community.ts';
import { dayOf } from './slow-figures.ts';

/** Who is meant by a segment, by loops over rows and nothing of the product: slow, and written from the definitions alone. */

export interface SlowMoment {
  readonly made: MadeCommunity;
  readonly zone: string;
  readonly asOf: string;
}

const apart = (from: string, until: string): number => Math.round((Date.parse(until) - Date.parse(from)) / 86_400_000);
const counts = (message: MadeMessage): boolean => (message.state ?? 'shown') === 'shown' || message.state === 'erased';

const personOf = (made: MadeCommunity, account: number): number =>
  keptMember(made, made.accounts[account]?.member ?? -1);

interface Told {
  readonly message: MadeMessage;
  readonly member: number;
  readonly day: string;
}

/** Everything the member wrote before the moment. */
function writtenBy({ made, zone, asOf }: SlowMoment, member?: number): Told[] {
  return made.messages
    .filter(counts)
    .map((message) => ({ message, member: personOf(made, message.account), day: dayOf(message.when, zone) }))
    .filter((told) => told.day < asOf && (member === undefined || told.member === member));
}

function isIn(day: string, within: Within, asOf: string): boolean {
  if ('last' in within) return apart(day, asOf) <= within.last;
  return (within.from === null || day >= within.from) && (within.until === null || day < within.until);
}

/** The members meant, by number, in order. */
export function slowSegment(rule: Rule, moment: SlowMoment): number[] {
  const { members } = moment.made;
  return [...members.keys()].filter((n) => members[n]?.mergedInto === undefined && holds(rule, n, moment));
}

function holds(rule: Rule, member: number, moment: SlowMoment): boolean {
  if (rule.is === 'all') return rule.rules.every((one) => holds(one, member, moment));
  if (rule.is === 'any') return rule.rules.some((one) => holds(one, member, moment));
  if (rule.is === 'not') return !holds(rule.rule, member, moment);
  return fits(rule, member, moment);
}

function fits(condition: Condition, member: number, moment: SlowMoment): boolean {
  const { made, asOf } = moment;
  const written = writtenBy(moment, member);
  const days = written.map(({ day }) => day).sort();
  switch (condition.is) {
    case 'kind':
      return condition.kinds.includes(made.members[member]?.kind ?? 'person');
    case 'activity':
      return isAsActive(condition, days, asOf);
    case 'first':
      return days.slice(0, 1).some((day) => isIn(day, condition.within, asOf));
    case 'last':
      return days.slice(-1).some((day) => isIn(day, condition.within, asOf));
    case 'state':
      return condition.states.some((state) => state === slowState(days, asOf));
    case 'answered':
      return answeredBy(moment, written, condition.within).size >= condition.people;
    case 'affiliation':
      return belongs(moment, member, condition.organisations);
    default:
      return written.some((told) => isWhere(made, told, condition));
  }
}

function isAsActive(
  { how, count, within }: Extract<Condition, { is: 'activity' }>,
  days: readonly string[],
  asOf: string,
): boolean {
  const n = days.filter((day) => isIn(day, within, asOf)).length;
  return how === 'at_least' ? n >= count : n <= count;
}

type Where = Extract<Condition, { is: 'place' | 'channel' | 'theme' }>;

function isWhere(made: MadeCommunity, { message }: Told, condition: Where): boolean {
  switch (condition.is) {
    case 'place':
      return condition.places.includes(madeId('place', made.channels[message.channel] ?? -1));
    case 'channel':
      return condition.channels.includes(madeId('channel', message.channel));
    case 'theme':
      return isAbout(made, message.thread, condition.themes);
    default:
      return condition satisfies never;
  }
}

function belongs({ made, asOf }: SlowMoment, member: number, organisations: readonly string[]): boolean {
  const isMeant = (n: number): boolean =>
    organisations.some((name) => name.toLowerCase() === `organisation ${String(n)}`);
  return (made.affiliations ?? []).some(
    ({ member: who, organisation, from = '0001-01-01', until = '9999-12-31' }) =>
      keptMember(made, who) === member && isMeant(organisation) && from < asOf && until >= asOf,
  );
}

/** Where somebody stands whose contributions fell on these days, oldest first. */
export function slowState(days: readonly string[], asOf: string): string | undefined {
  const [first] = days;
  const last = days.at(-1);
  if (first === undefined || last === undefined) return undefined;
  if (apart(first, asOf) <= 30) return 'new';
  const recent = days.filter((day) => apart(day, asOf) <= 30);
  const [back] = recent;
  const before = days.filter((day) => apart(day, asOf) > 30).at(-1);
  if (back === undefined) {
    if (apart(last, asOf) <= 60) return 'fading';
    return apart(last, asOf) <= 180 ? 'dormant' : 'gone';
  }
  if (before !== undefined && apart(before, back) >= 90) return 'returned';
  const weeks = new Set(
    recent.flatMap((day) => {
      const ago = apart(day, asOf);
      return ago <= 28 ? [Math.ceil(ago / 7)] : [];
    }),
  );
  return weeks.size >= 3 ? 'core' : 'active';
}

function isAbout(made: MadeCommunity, thread: number | undefined, themes: readonly string[]): boolean {
  return (made.about ?? []).some((about) => {
    if (about.thread !== thread) return false;
    const into = made.themes?.[about.theme];
    return [about.theme, into].some((theme) => theme !== undefined && themes.includes(madeId('theme', theme)));
  });
}

/** The other persons these contributions answer: whom the place says, else whoever opened the thread. */
function answeredBy({ made, asOf }: SlowMoment, written: readonly Told[], within: Within): Set<number> {
  const asked = new Set<number>();
  for (const { message, member, day } of written) {
    if (message.opens === true || !isIn(day, within, asOf)) continue;
    const named = message.repliesTo === undefined ? undefined : made.messages[message.repliesTo];
    const opening = message.thread === undefined ? undefined : openingOf(made, message.thread);
    const about = [named, opening].find((one) => one !== undefined && counts(one));
    const asker = about === undefined ? -1 : personOf(made, about.account);
    if (asker !== member && made.members[asker]?.kind === 'person') asked.add(asker);
  }
  return asked;
}

/** Where two claim to open a thread, the first does: instants before bare days, then the order of the place. */
function openingOf(made: MadeCommunity, thread: number): MadeMessage | undefined {
  const rank = (message: MadeMessage): string =>
    'at' in message.when ? `0${message.when.at}` : `1${message.when.day}`;
  let first: MadeMessage | undefined;
  for (const message of made.messages) {
    if (message.thread !== thread || message.opens !== true) continue;
    if (first === undefined || rank(message) < rank(first)) first = message;
  }
  return first;
}
