import type { EvidenceRow } from '#bridge/evidence/index.ts';
import type { FunctionName } from '#kernel/actor.ts';
import { dayIn } from '#kernel/day.ts';
import type { Result } from '#kernel/result.ts';
import { no, yes } from '#kernel/result.ts';
import { plainText } from '#platform/html/index.ts';
import type {
  BoardRow,
  Insight,
  InsightRow,
  Lack,
  Owner,
  State,
  Surroundings,
  UnreadRow,
  Weight,
  Written,
} from './model.ts';
import type { Evidence, InsightLine, InsightView, Unread } from './wire.ts';

/** It takes signals and counter-evidence until it is decided. */
export function isOpen(state: State): boolean {
  return state === 'draft' || state === 'submitted';
}

export function isDraft(state: State): boolean {
  return state === 'draft';
}

const DECIDERS: readonly FunctionName[] = ['owner', 'pilot'];

/** Whether somebody with these functions may be asked to decide. */
export function mayDecide(functions: readonly FunctionName[]): boolean {
  return functions.some((one) => DECIDERS.includes(one));
}

/** Somebody outside has a name and an address, or there is nobody outside. */
export function withOutside({ outside_name: name, outside_email: email, ...rest }: InsightRow): Insight {
  return { ...rest, outside: name === null || email === null ? null : { name, email } };
}

/** What is known when an insight is to be submitted. `today`: a day of the workspace. */
export interface Readiness {
  readonly today: string;
  /** Members behind its evidence. */
  readonly members: number;
  /** Of a colleague; undefined when somebody outside decides. */
  readonly owner: Owner | undefined;
}

/** What an insight lacks to be submitted, in the order in which one would mend it; nothing: it may go. */
export function lacksOf(insight: Insight, { today, members, owner }: Readiness): Lack[] {
  const lacks: Lack[] = [];
  if (members < 1) lacks.push('evidence');
  if (insight.ask === null) lacks.push('ask');
  if (insight.ownerId === null && insight.outside === null) lacks.push('owner');
  if (owner !== undefined && !(owner.isHere && owner.mayDecide)) lacks.push('owner_left');
  if (insight.due === null || insight.due <= today) lacks.push('due');
  return lacks;
}

export type SubmitCode = 'insight/not_draft' | `insight/lacks_${Lack}`;

/** Whether a draft may be submitted: asked for something, of somebody who is there, by a day to come, from what a member said. */
export function submittable(insight: Insight, readiness: Readiness): Result<'submitted', SubmitCode> {
  if (!isDraft(insight.state)) return no('insight/not_draft');
  const [first] = lacksOf(insight, readiness);
  return first === undefined ? yes('submitted') : no(`insight/lacks_${first}`);
}

/** What a patch makes of an insight: absent leaves, null clears; a colleague and somebody outside replace each other. */
export function patched(insight: Insight, patch: { readonly [K in keyof Written]?: Written[K] | undefined }): Written {
  const owner = ownerAfter(insight, patch);
  return {
    statement: patch.statement ?? insight.statement,
    ask: patch.ask === undefined ? insight.ask : patch.ask,
    options: patch.options ?? insight.options,
    words: patch.words ?? insight.words,
    themeId: patch.themeId === undefined ? insight.themeId : patch.themeId,
    objectiveId: patch.objectiveId === undefined ? insight.objectiveId : patch.objectiveId,
    due: patch.due === undefined ? insight.due : patch.due,
    ...owner,
  };
}

function ownerAfter(
  insight: Insight,
  {
    ownerId,
    outside,
  }: { readonly ownerId?: string | null | undefined; readonly outside?: Written['outside'] | undefined },
): Pick<Written, 'ownerId' | 'outside'> {
  if (outside !== undefined && outside !== null) return { ownerId: null, outside };
  if (ownerId !== undefined && ownerId !== null) return { ownerId, outside: null };
  return {
    ownerId: ownerId === undefined ? insight.ownerId : null,
    outside: outside === undefined ? insight.outside : null,
  };
}

/** What evidence weighs, by days of the workspace's zone. */
export function weightOf(rows: readonly EvidenceRow[], dayOf: (at: Date) => string): Weight {
  const days = rows.map((row) => row.day ?? dayOf(row.at ?? row.added_at)).toSorted();
  const of = (isMember: boolean): number =>
    new Set(
      rows
        .filter(({ kind }) => (kind === 'person' || kind === null) === isMember)
        .map((one) => one.heard_from ?? one.id),
    ).size;
  const channels = Map.groupBy(rows, ({ place_name, channel_name }) => JSON.stringify([place_name, channel_name]));
  return {
    members: of(true),
    staff: of(false),
    messages: new Set(rows.map((one) => one.message_id)).size,
    channels: [...channels.values()]
      .map((group) => ({
        place: group[0]?.place_name ?? '',
        channel: group[0]?.channel_name ?? '',
        messages: new Set(group.map((one) => one.message_id)).size,
      }))
      .toSorted((a, b) => b.messages - a.messages),
    from: days[0] ?? null,
    until: days.at(-1) ?? null,
  };
}

/** Counting further than this tells a reader nothing more. */
export const MOST_COUNTED = 10_000;
/** Traffic is looked at over so many days before the last evidence at least. */
export const DAYS_BEFORE = 90;

/** Whether an answer is late: it was asked for, and its day is past. */
export function isLate({ state, due }: { readonly state: State; readonly due: string | null }, today: string): boolean {
  return state === 'submitted' && due !== null && due < today;
}

export function toLine(row: BoardRow, today: string): InsightLine {
  return {
    id: row.id,
    statement: row.statement,
    state: row.state,
    version: row.version,
    owner: row.ownerName,
    outside: row.isOutside,
    objective: row.objective,
    due: row.due,
    late: isLate(row, today),
    sentBack: row.state === 'draft' && row.submittedAt !== null,
    signals: row.signals,
    members: row.members,
    channels: row.channels,
    counters: row.counters,
    madeAt: row.madeAt.toISOString(),
    submittedAt: row.submittedAt?.toISOString() ?? null,
    decidedAt: row.decidedAt?.toISOString() ?? null,
  };
}

export function toUnread(row: UnreadRow): Unread {
  return {
    messageId: row.id,
    threadId: row.thread_id,
    author: { name: row.name, erased: row.erased },
    place: row.place,
    channel: row.channel,
    when: row.day === null ? { at: (row.at ?? new Date(0)).toISOString() } : { day: row.day },
    text: plainText(row.text, row.format).slice(0, 600),
    language: row.language,
  };
}

interface Reader {
  /** A day of the workspace, in its zone. */
  readonly today: string;
  readonly zone: string;
  readonly mayWrite: boolean;
  readonly maySubmit: boolean;
  readonly mayName: boolean;
}

/** What stands for and against it: as it is kept, and as the reader may see it. */
interface Stands {
  readonly rows: readonly EvidenceRow[];
  readonly evidence: readonly Evidence[];
}

type Reckoned = Pick<InsightView, 'traffic' | 'suggested'>;

/** One insight as its page shows it to a reader. */
export function shown(
  insight: Insight,
  around: Surroundings,
  { rows, evidence }: Stands,
  reckoned: Reckoned,
  reader: Reader,
): InsightView {
  const known = new Map(evidence.map((one) => [one.id, one]));
  const of = (isFor: (row: EvidenceRow) => boolean) => rows.filter(isFor).flatMap(({ id }) => known.get(id) ?? []);
  const weigh = (isFor: (row: EvidenceRow) => boolean) => weightOf(rows.filter(isFor), (at) => dayIn(reader.zone, at));
  const isDraftStill = isDraft(insight.state);
  const weight = weigh((row) => row.signal_id !== null);
  return {
    ...named(insight, around, reader),
    id: insight.id,
    statement: insight.statement,
    state: insight.state,
    version: insight.version,
    ask: insight.ask,
    options: [...insight.options],
    words: [...insight.words],
    due: insight.due,
    late: isLate(insight, reader.today),
    madeAt: insight.madeAt.toISOString(),
    submittedAt: insight.submittedAt?.toISOString() ?? null,
    question: around.question,
    signals: around.signals.map((signal) => ({ ...signal, evidence: of((row) => row.signal_id === signal.id) })),
    counters: of((row) => row.counters_id !== null),
    weight,
    lacks: isDraftStill
      ? lacksOf(insight, { today: reader.today, members: weight.members, owner: ownerIn(around) })
      : [],
    against: weigh((row) => row.counters_id !== null),
    ...reckoned,
    can: {
      write: reader.mayWrite && isDraftStill,
      gather: reader.mayWrite && isOpen(insight.state),
      submit: reader.maySubmit && isDraftStill,
      remove: reader.mayWrite && isDraftStill && insight.submittedAt === null,
      name: reader.mayName,
    },
  };
}

function ownerIn({ ownerLeft, ownerFunctions }: Surroundings): Owner | undefined {
  return ownerFunctions === null ? undefined : { isHere: !ownerLeft, mayDecide: mayDecide(ownerFunctions) };
}

/** What an insight points at, by name; the address of somebody outside only for whoever may write. */
function named(
  { themeId, objectiveId, ownerId, outside }: Insight,
  { themeFr, themeEn, objective, ownerName, ownerLeft, madeByName }: Surroundings,
  { mayWrite }: Reader,
): Pick<InsightView, 'theme' | 'objective' | 'owner' | 'outside' | 'madeBy'> {
  return {
    theme: themeId === null ? null : { id: themeId, name: { fr: themeFr ?? '', en: themeEn ?? '' } },
    objective: objectiveId === null ? null : { id: objectiveId, title: objective ?? '' },
    owner: ownerId === null ? null : { id: ownerId, name: ownerName ?? '', hasLeft: ownerLeft },
    outside: outside === null ? null : { name: outside.name, email: mayWrite ? outside.email : null },
    madeBy: madeByName,
  };
}
