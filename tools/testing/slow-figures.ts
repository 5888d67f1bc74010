import type { MadeCommunity, MadeMessage } from './made-community.ts';

/** The figures again, by loops over rows and nothing of the product: slow, and written from the definitions alone. */

export interface SlowQuestion {
  readonly zone: string;
  /** Places and channels by number. */
  readonly places: readonly number[];
  readonly channels: readonly number[] | undefined;
  readonly languages?: readonly string[] | undefined;
  readonly kind?: 'question' | 'other' | undefined;
  /** By number, however merged. */
  readonly themes?: readonly number[] | undefined;
  /** Of whom alone contributions are counted. */
  readonly members?: readonly number[] | undefined;
  readonly from: string;
  readonly until: string;
}

export interface Act {
  readonly member: number;
  readonly day: string;
}

/** The calendar of each zone: dear to make, and asked for each message of each window. */
const calendars = new Map<string, Intl.DateTimeFormat>();

export function dayOf(when: MadeMessage['when'], zone: string): string {
  if ('day' in when) return when.day;
  const calendar = calendars.get(zone) ?? new Intl.DateTimeFormat('sv-SE', { timeZone: zone, dateStyle: 'short' });
  calendars.set(zone, calendar);
  return calendar.format(new Date(when.at));
}

export function daysApart(from: string, until: string): number {
  return Math.round((Date.parse(until) - Date.parse(from)) / 86_400_000);
}

export function memberOf(made: MadeCommunity, account: number): number {
  let member = made.accounts[account]?.member ?? -1;
  for (let next = made.members[member]?.mergedInto; next !== undefined; next = made.members[member]?.mergedInto)
    member = next;
  return member;
}

export const counts = (message: MadeMessage): boolean =>
  (message.state ?? 'shown') === 'shown' || message.state === 'erased';

export function isChosen(made: MadeCommunity, message: MadeMessage, asked: SlowQuestion): boolean {
  const { channel, language = 'fr', account, thread } = message;
  return (
    asked.places.includes(made.channels[channel] ?? -1) &&
    isAmong(asked.channels, channel) &&
    isAmong(asked.languages, language) &&
    isAmong(asked.members, memberOf(made, account)) &&
    isThreadChosen(made, thread, asked)
  );
}

/** Nothing named: all are meant. */
function isAmong<T>(named: readonly T[] | undefined, one: T): boolean {
  return named === undefined || named.includes(one);
}

function isThreadChosen(made: MadeCommunity, thread: number | undefined, { kind, themes }: SlowQuestion): boolean {
  const read = made.readings?.find((reading) => reading.thread === thread);
  if (kind !== undefined && read?.kind !== kind) return false;
  const ends = themes?.map((theme) => endOfTheme(made, theme));
  const about = (made.about ?? []).filter((one) => one.thread === thread).map(({ theme }) => endOfTheme(made, theme));
  return ends === undefined || about.some((theme) => ends.includes(theme));
}

function endOfTheme(made: MadeCommunity, theme: number): number {
  const into = made.themes?.[theme];
  return into === undefined ? theme : endOfTheme(made, into);
}

export function actsOf(made: MadeCommunity, asked: SlowQuestion, kind = 'person'): Act[] {
  return made.messages
    .filter((message) => counts(message) && isChosen(made, message, asked))
    .map((message) => ({ member: memberOf(made, message.account), day: dayOf(message.when, asked.zone) }))
    .filter(({ member }) => made.members[member]?.kind === kind);
}

export function slowPeople(made: MadeCommunity, asked: SlowQuestion) {
  const acts = actsOf(made, asked);
  const isIn = ({ day }: Act): boolean => day >= asked.from && day < asked.until;
  let [active, fresh, reactivated, lost] = [0, 0, 0, 0];
  const held: number[] = [];
  for (const member of new Set(acts.map((act) => act.member))) {
    const own = acts.filter((act) => act.member === member);
    const inside = own
      .filter(isIn)
      .map((act) => act.day)
      .sort();
    const before = own
      .filter((act) => act.day < asked.from)
      .map((act) => act.day)
      .sort();
    const [first] = inside;
    const last = before.at(-1);
    if (first !== undefined) {
      active += 1;
      held.push(inside.length);
      if (last === undefined) fresh += 1;
      else if (daysApart(last, first) >= 90) reactivated += 1;
    } else if (before.filter((day) => daysApart(day, asked.from) <= 90).length >= 4) lost += 1;
  }
  held.sort((a, b) => b - a);
  const top = held.slice(0, Math.ceil(held.length / 100)).reduce((sum, each) => sum + each, 0);
  const all = held.reduce((sum, each) => sum + each, 0);
  return { active, fresh, reactivated, lost, contributors: held.length, top, all };
}

export interface Opened {
  /** By number. */
  readonly thread: number;
  readonly when: MadeMessage['when'];
  readonly place: number;
  readonly answers: readonly { readonly when: MadeMessage['when']; readonly kind: string }[];
}

function answersIn(made: MadeCommunity, inside: readonly MadeMessage[], opener: number): Opened['answers'] {
  return inside.flatMap((message) => {
    const member = memberOf(made, message.account);
    const kind = made.members[member]?.kind ?? '';
    const isAnswer = counts(message) && message.opens !== true && member !== opener && kind !== 'bot';
    return isAnswer ? [{ when: message.when, kind }] : [];
  });
}

export function threadsOf(made: MadeCommunity, asked: SlowQuestion): Opened[] {
  const found: Opened[] = [];
  for (const thread of made.threads.keys()) {
    const inside = [...made.messages.entries()].filter(([, message]) => message.thread === thread);
    const opening = openingOf(inside);
    if (opening === undefined || !counts(opening) || !isChosen(made, opening, asked)) continue;
    const opener = memberOf(made, opening.account);
    if (made.members[opener]?.kind !== 'person' || !isWithin(dayOf(opening.when, asked.zone), asked)) continue;
    const answers = answersIn(
      made,
      inside.map(([, message]) => message),
      opener,
    );
    found.push({ thread, when: opening.when, place: made.channels[opening.channel] ?? -1, answers });
  }
  return found;
}

const isWithin = (day: string, { from, until }: SlowQuestion): boolean => day >= from && day < until;

/** Where two claim to open a thread, the first does. */
export function openingOf(inside: readonly (readonly [number, MadeMessage])[]): MadeMessage | undefined {
  const claims = inside.filter(([, message]) => message.opens === true);
  claims.sort(([a, one], [b, other]) => orderOf(one, a).localeCompare(orderOf(other, b)));
  return claims[0]?.[1];
}

/** Instants before bare days, then the order of the place. */
function orderOf(message: MadeMessage, position: number): string {
  const when = 'at' in message.when ? `0${message.when.at}` : `1${message.when.day}`;
  return `${when} ${String(position).padStart(9, '0')}`;
}

/** The end of observation of each place: its newest fact of any kind by anybody. */
export function endsOf(made: MadeCommunity, zone: string): Map<number, { second: number; day: string }> {
  const ends = new Map<number, { second: number; day: string }>();
  const see = (place: number, when: MadeMessage['when']): void => {
    const known = ends.get(place) ?? { second: -Infinity, day: '' };
    const second = 'at' in when ? Math.floor(Date.parse(when.at) / 1000) + 1 : -Infinity;
    const day = dayOf(when, zone);
    ends.set(place, { second: Math.max(known.second, second), day: day > known.day ? day : known.day });
  };
  for (const message of made.messages) if (counts(message)) see(made.channels[message.channel] ?? -1, message.when);
  for (const { message, account, when } of made.reactions) {
    const place = made.channels[made.messages[message]?.channel ?? -1] ?? -1;
    if (account !== undefined && when !== undefined) see(place, when);
  }
  return ends;
}

const WEEK = 7 * 86_400_000;

interface Wait {
  readonly seconds: number;
  readonly came: boolean;
}

export function slowReplies(made: MadeCommunity, asked: SlowQuestion) {
  const ends = endsOf(made, asked.zone);
  const opened = threadsOf(made, asked).map((thread) => ({
    ...thread,
    end: ends.get(thread.place) ?? { second: 0, day: '' },
  }));
  const ripe = opened.filter(isRipe);
  const waits = (who: string): Wait[] => opened.flatMap((thread) => waitOf(thread, who));
  return {
    ripe: ripe.length,
    answered: ripe.filter(isInTime).length,
    unripe: opened.length - ripe.length,
    threads: waits('anyone').length,
    median: slowQuantile(waits('anyone'), 0.5),
    p90: slowQuantile(waits('anyone'), 0.9),
    staff: slowQuantile(waits('staff'), 0.5),
    members: slowQuantile(waits('person'), 0.5),
  };
}

type Watched = Opened & { readonly end: { readonly second: number; readonly day: string } };

function isRipe({ when, end }: Watched): boolean {
  return 'at' in when ? Date.parse(when.at) + WEEK <= end.second * 1000 : daysApart(when.day, end.day) >= 7;
}

function isInTime({ when, answers }: Watched): boolean {
  return answers.some((answer) => {
    if ('at' in when) return 'at' in answer.when && Date.parse(answer.when.at) - Date.parse(when.at) <= WEEK;
    return 'day' in answer.when && daysApart(when.day, answer.when.day) <= 7;
  });
}

const secondOf = (at: string): number => Math.floor(Date.parse(at) / 1000);

function waitOf({ when, answers, end }: Watched, who: string): Wait[] {
  if (!('at' in when)) return [];
  const times = answers
    .filter(({ kind }) => who === 'anyone' || kind === who)
    .flatMap((answer) => ('at' in answer.when ? [secondOf(answer.when.at)] : []));
  const first = times.length === 0 ? undefined : Math.min(...times);
  return [{ seconds: Math.max(0, (first ?? end.second) - secondOf(when.at)), came: first !== undefined }];
}

/** Kaplan–Meier from its definition: at each time something came, multiply by the share that did not. */
function slowQuantile(waits: readonly Wait[], share: number): number | null {
  let left = 1;
  for (const time of [...new Set(waits.filter(({ came }) => came).map(({ seconds }) => seconds))].sort(
    (a, b) => a - b,
  )) {
    const atRisk = waits.filter(({ seconds }) => seconds >= time).length;
    const came = waits.filter((wait) => wait.came && wait.seconds === time).length;
    left *= (atRisk - came) / atRisk;
    if (left <= 1 - share + 1e-12) return time;
  }
  return null;
}
