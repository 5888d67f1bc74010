import type { CameMessage } from './came.ts';
import type { Account, First, FirstTime, Known, Opened, Span } from './known.ts';
import { FIRSTS } from './known.ts';
import { cellKey } from './tables.ts';

/** A message that counts, with what it lies in. */
export interface Told {
  readonly message: CameMessage;
  readonly account: Account;
  readonly cell: string;
}

export interface Answer {
  readonly told: Told;
  readonly asker: number;
}

/** A thread that came with its opening. */
export interface NewThread {
  readonly opening: CameMessage;
  readonly account: Account | undefined;
  readonly firsts: Opened['firsts'];
}

/** What follows from messages that came for the first time and touch nothing but what they lie in. */
export interface Additions {
  readonly messages: readonly CameMessage[];
  readonly told: readonly Told[];
  readonly answers: readonly Answer[];
  readonly newThreads: readonly NewThread[];
  /** Threads that were there and have an earlier first reply now. */
  readonly earlier: ReadonlyMap<string, Opened['firsts']>;
  /** Threads with messages whose opening has not come. */
  readonly unopened: ReadonlySet<string>;
  /** Messages that were replied to and have not come. */
  readonly awaited: ReadonlySet<string>;
}

/**
 * Undefined: not to be told from these alone, since one opens a thread in which there is something already, was replied
 * to before it came, or lies in what has no number yet. Such ones are sorted out by the engine (see adding.ts), by rules
 * that are to say the same.
 */
export function additionsOf(messages: readonly CameMessage[], known: Known): Additions | undefined {
  const openings = openingsIn(messages, known);
  if (openings === undefined || messages.some(({ id }) => known.awaited.has(id))) return undefined;
  if (messages.some((one) => !known.accounts.has(one.identityId) || cellOf(one, known) === undefined)) return undefined;
  const told = messages.filter(({ counts }) => counts).flatMap((one) => toldOf(one, known));
  const cameById = new Map(messages.map((one) => [one.id, one]));
  const replies = Map.groupBy(
    messages.filter(({ threadId, opens }) => threadId !== null && !opens),
    ({ threadId }) => threadId ?? '',
  );
  return {
    messages,
    told,
    answers: told.flatMap((one) => answerOf(one, known, cameById, openings)),
    newThreads: [...openings].map(([id, opening]) => newThread(opening, replies.get(id) ?? [], known)),
    earlier: new Map([...replies].flatMap(([id, some]) => earlierIn(id, some, known))),
    unopened: new Set(
      [...replies.keys()].filter((id) => !openings.has(id) && !known.opened.has(id) && !known.unopened.has(id)),
    ),
    awaited: new Set(
      messages.flatMap(({ replyToId }) =>
        replyToId === null || known.messages.has(replyToId) || cameById.has(replyToId) ? [] : [replyToId],
      ),
    ),
  };
}

/** The openings among messages, by thread. Undefined: two for one thread, or of one that is not new. */
function openingsIn(messages: readonly CameMessage[], known: Known): ReadonlyMap<string, CameMessage> | undefined {
  const openings = new Map<string, CameMessage>();
  for (const one of messages) {
    const { threadId } = one;
    if (!one.opens || threadId === null) continue;
    if (openings.has(threadId) || known.opened.has(threadId) || known.unopened.has(threadId)) return undefined;
    openings.set(threadId, one);
  }
  return openings;
}

function toldOf(message: CameMessage, known: Known): readonly Told[] {
  const account = known.accounts.get(message.identityId);
  const cell = cellOf(message, known);
  return account === undefined || cell === undefined ? [] : [{ message, account, cell }];
}

/** The number tables.ts makes of channel, language and class; undefined: one of them has no number. */
function cellOf({ channelId, language, threadId }: CameMessage, known: Known): string | undefined {
  const channel = known.channels.get(channelId);
  const spoken = known.languages.get(language ?? 'und');
  if (channel === undefined || spoken === undefined) return undefined;
  return cellKey(channel.n, spoken, known.classes.get(threadId ?? '')?.n ?? 0);
}

/** Whom it answers: the author of what it replies to where that is known and counts, else whoever opened. */
function answerOf(
  told: Told,
  known: Known,
  came: ReadonlyMap<string, CameMessage>,
  openings: ReadonlyMap<string, CameMessage>,
): readonly Answer[] {
  const { opens, replyToId, threadId } = told.message;
  if (opens) return [];
  const target = found<Writing>(replyToId, came, known.messages);
  const opening = found<Writing>(threadId, openings, known.opened);
  const asked = [target, opening].find((one) => one?.counts === true)?.identityId;
  const asker = found(asked, known.accounts);
  return asker === undefined ? [] : [{ told, asker: asker.n }];
}

type Writing = Pick<Opened, 'identityId' | 'counts'>;

/** What the first of some maps that knows an id has of it. */
function found<T>(id: string | null | undefined, ...maps: readonly ReadonlyMap<string, T>[]): T | undefined {
  return maps.find((map) => map.has(id ?? ''))?.get(id ?? '');
}

function newThread(opening: CameMessage, replies: readonly CameMessage[], known: Known): NewThread {
  const account = known.accounts.get(opening.identityId);
  return { opening, account, firsts: firstsIn(replies, account?.member, known) };
}

const NEVER: FirstTime = { instant: undefined, day: undefined };

/** The first replies by others than whoever asked; nobody knows who that is where he has no member. */
function firstsIn(replies: readonly CameMessage[], asker: number | undefined, known: Known): Opened['firsts'] {
  const firsts: Record<First, FirstTime> = { anyone: NEVER, staff: NEVER, person: NEVER };
  for (const reply of replies) {
    const account = known.accounts.get(reply.identityId);
    const isOther = asker !== undefined && account !== undefined && account.member !== asker;
    if (!reply.counts || !isOther || account.role === 'bot') continue;
    for (const who of ['anyone', account.role] as const) firsts[who] = earlierOf(firsts[who], reply);
  }
  return firsts;
}

function earlierOf(one: FirstTime, other: Pick<CameMessage, 'instant' | 'day'> | FirstTime): FirstTime {
  return { instant: lesser(one.instant, other.instant), day: lesser(one.day, other.day) };
}

/** How far a place reaches with one more message. */
export function spanWith({ first, last }: Span, one: CameMessage): Span {
  const later = { instant: greater(last.instant, one.instant), day: greater(last.day, one.day) };
  return { first: earlierOf(first, one), last: later };
}

function greater<T extends string | number>(one: T | undefined, other: T | undefined): T | undefined {
  return one !== undefined && other !== undefined && other < one ? one : (other ?? one);
}

function lesser<T extends string | number>(one: T | undefined, other: T | undefined): T | undefined {
  if (one === undefined || other === undefined) return one ?? other;
  return other < one ? other : one;
}

function earlierIn(
  id: string,
  replies: readonly CameMessage[],
  known: Known,
): readonly (readonly [string, Opened['firsts']])[] {
  const opened = known.opened.get(id);
  if (opened === undefined) return [];
  const came = firstsIn(replies, opened.member, known);
  const isEarlier = FIRSTS.some((who) => {
    const first = earlierOf(opened.firsts[who], came[who]);
    return first.instant !== opened.firsts[who].instant || first.day !== opened.firsts[who].day;
  });
  return isEarlier ? [[id, came]] : [];
}
