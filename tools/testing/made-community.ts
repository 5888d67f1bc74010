import { sql } from 'kysely';
import type { Scoped } from '#platform/db/index.ts';

type Kind = 'person' | 'staff' | 'bot';
type When = { readonly at: string } | { readonly day: string };

/** A community told by numbers: members, accounts, channels and threads are named by their place in the lists. */
export interface MadeCommunity {
  readonly places: readonly {
    readonly threads: boolean;
    readonly replies: boolean;
    readonly hours: boolean;
    readonly reactions?: boolean;
  }[];
  /** Channels by the place they are in. */
  readonly channels: readonly number[];
  readonly members: readonly { readonly kind: Kind; readonly mergedInto?: number }[];
  readonly accounts: readonly { readonly place: number; readonly member: number; readonly joined?: When }[];
  /** Threads by the channel they are in. */
  readonly threads: readonly number[];
  readonly messages: readonly MadeMessage[];
  readonly reactions: readonly { readonly message: number; readonly account?: number; readonly when?: When }[];
  /** Threads that were read as questions or not; the others were not read. */
  readonly readings?: readonly { readonly thread: number; readonly kind: 'question' | 'other' }[];
  /** Themes, by the one they are merged into. */
  readonly themes?: readonly (number | undefined)[];
  readonly about?: readonly { readonly thread: number; readonly theme: number }[];
  /** Messages that say a word of a theme. */
  readonly mentions?: readonly { readonly message: number; readonly theme: number }[];
  readonly tones?: readonly { readonly message: number; readonly tone: -1 | 0 | 1 }[];
  /** Who belongs where: half-open days, organisations by number. */
  readonly affiliations?: readonly MadeAffiliation[];
}

export interface MadeAffiliation {
  readonly member: number;
  readonly organisation: number;
  readonly from?: string | undefined;
  readonly until?: string | undefined;
}

export interface MadeMessage {
  readonly channel: number;
  readonly account: number;
  readonly when: When;
  readonly thread?: number;
  readonly opens?: boolean;
  readonly repliesTo?: number;
  readonly state?: 'shown' | 'hidden' | 'removed' | 'erased';
  /** 'fr' unless said. */
  readonly language?: string;
}

export const EMPTY_COMMUNITY: MadeCommunity = {
  places: [],
  channels: [],
  members: [],
  accounts: [],
  threads: [],
  messages: [],
  reactions: [],
};

const LETTERS = {
  place: 'a',
  channel: 'b',
  member: 'c',
  account: 'd',
  thread: 'e',
  message: 'f',
  reaction: '9',
  theme: '7',
  affiliation: '8',
} as const;

/** The id of the n-th place, channel, … of a made community; the same in every workspace. */
export function madeId(what: keyof typeof LETTERS, n: number): string {
  return `${LETTERS[what].repeat(8)}-0000-8000-8000-${n.toString(16).padStart(12, '0')}`;
}

const NEVER = { at: null, day: null };
const whenOf = (when: When | undefined) => ({ ...NEVER, ...when });
const none = (n: number | undefined, what: keyof typeof LETTERS) => (n === undefined ? null : madeId(what, n));

/** Writes the community as ingestion would have left it, straight into the tables. */
export async function writeCommunity(db: Scoped, made: MadeCommunity): Promise<void> {
  const placeOf = (channel: number): string => madeId('place', made.channels[channel] ?? 0);
  await put(
    db,
    'place',
    made.places.map((gives, n) => ({
      id: madeId('place', n),
      connector: 'made',
      name: `Lieu ${String(n)}`,
      gives,
      created_at: '2026-01-01T00:00:00Z',
      state: 'connected',
      version: 1,
    })),
  );
  await put(
    db,
    'channel',
    made.channels.map((_, n) => ({
      id: madeId('channel', n),
      place_id: placeOf(n),
      external_id: String(n),
      name: `Salon ${String(n)}`,
      support: false,
    })),
  );
  await put(
    db,
    'member',
    made.members.map(({ kind }, n) => ({ id: madeId('member', n), name: `Membre ${String(n)}`, kind, version: 1 })),
  );
  await put(
    db,
    'identity',
    made.accounts.map(({ place, member, joined }, n) => ({
      id: madeId('account', n),
      place_id: madeId('place', place),
      member_id: madeId('member', member),
      external_id: String(n),
      keyed_by: 'id',
      handle: `compte${String(n)}`,
      joined_at: whenOf(joined).at,
      joined_day: whenOf(joined).day,
      message_count: 0,
    })),
  );
  await put(
    db,
    'thread',
    made.threads.map((channel, n) => ({
      id: madeId('thread', n),
      place_id: placeOf(channel),
      channel_id: madeId('channel', channel),
      external_id: String(n),
      labels: [],
      locked: false,
      message_count: 0,
    })),
  );
  await put(
    db,
    'message',
    made.messages.map((message, n) => messageRow(message, n, placeOf(message.channel))),
  );
  await put(
    db,
    'reaction',
    made.reactions.map(({ message, account, when }, n) => ({
      id: madeId('reaction', n),
      place_id: placeOf(made.messages[message]?.channel ?? 0),
      message_id: madeId('message', message),
      identity_id: none(account, 'account'),
      emoji: '👍',
      count: 1,
      raw_id: madeId('reaction', n),
      ...whenOf(when),
    })),
  );
  await writeReadings(db, made);
  for (const [n, { mergedInto }] of made.members.entries()) {
    if (mergedInto !== undefined) await mergeMembers(db, madeId('member', n), madeId('member', mergedInto));
  }
  await put(
    db,
    'affiliation',
    (made.affiliations ?? []).map(({ member, organisation, from, until }, n) => ({
      id: madeId('affiliation', n),
      // A merge moves them along.
      member_id: madeId('member', keptMember(made, member)),
      organisation: `Organisation ${String(organisation)}`,
      from_day: from ?? null,
      until_day: until ?? null,
    })),
  );
}

/** The member at the end of the merges. */
export function keptMember(made: MadeCommunity, member: number): number {
  let kept = member;
  for (let next = made.members[kept]?.mergedInto; next !== undefined; next = made.members[kept]?.mergedInto)
    kept = next;
  return kept;
}

/** As whoever reads the texts would have left it. */
export async function writeReadings(db: Scoped, made: MadeCommunity): Promise<void> {
  const placeOf = (thread: number): string => madeId('place', made.channels[made.threads[thread] ?? 0] ?? 0);
  await put(
    db,
    'thread_reading',
    (made.readings ?? []).map(({ thread, kind }) => ({
      thread_id: madeId('thread', thread),
      place_id: placeOf(thread),
      kind,
      kind_by: 'rule',
    })),
  );
  await put(
    db,
    'theme',
    (made.themes ?? []).map((mergedInto, n) => ({
      id: madeId('theme', n),
      name_fr: `Thème ${String(n)}`,
      name_en: `Theme ${String(n)}`,
      terms: [],
      named_by: 'terms',
      merged_into: none(mergedInto, 'theme'),
      version: 1,
      created_at: '2026-01-01T00:00:00Z',
    })),
  );
  await put(
    db,
    'thread_theme',
    (made.about ?? []).map(({ thread, theme }) => ({
      thread_id: madeId('thread', thread),
      theme_id: madeId('theme', theme),
      place_id: placeOf(thread),
      by: 'terms',
    })),
  );
  const placeOfMessage = (message: number): string =>
    madeId('place', made.channels[made.messages[message]?.channel ?? 0] ?? 0);
  await put(
    db,
    'message_theme',
    (made.mentions ?? []).map(({ message, theme }) => ({
      message_id: madeId('message', message),
      theme_id: madeId('theme', theme),
      place_id: placeOfMessage(message),
    })),
  );
  await put(
    db,
    'message_tone',
    (made.tones ?? []).map(({ message, tone }) => ({
      message_id: madeId('message', message),
      place_id: placeOfMessage(message),
      tone,
      by: 'lexicon',
    })),
  );
}

export function messageRow(message: MadeMessage, n: number, placeId: string): Record<string, unknown> {
  return {
    id: madeId('message', n),
    place_id: placeId,
    channel_id: madeId('channel', message.channel),
    thread_id: none(message.thread, 'thread'),
    identity_id: madeId('account', message.account),
    external_id: String(n),
    opens: message.opens === true,
    position: n,
    text: '',
    format: 'plain',
    language: message.language ?? 'fr',
    reply_to_id: none(message.repliesTo, 'message'),
    state: message.state ?? 'shown',
    ...whenOf(message.when),
  };
}

/** Inserts rows told as objects, all of one shape, into a table of the workspace. */
export async function put(db: Scoped, table: string, rows: readonly Record<string, unknown>[]): Promise<void> {
  const [first] = rows;
  if (first === undefined) return;
  const full = rows.map((row) => ({ ...row, workspace_id: db.scope.workspaceId }));
  const columns = sql.join(['workspace_id', ...Object.keys(first)].map((name) => sql.ref(name)));
  await sql`insert into ${sql.table(table)} (${columns})
    select ${columns} from jsonb_populate_recordset(null::${sql.table(table)}, ${JSON.stringify(full)}::jsonb)`.execute(
    db.tx,
  );
}

/** As the merge use case does it: accounts and affiliations move, the absorbed member points to the kept one. */
export async function mergeMembers(db: Scoped, absorbed: string, kept: string): Promise<void> {
  await sql`update member set merged_into = ${kept} where workspace_id = ${db.scope.workspaceId} and id = ${absorbed}`.execute(
    db.tx,
  );
  for (const table of ['identity', 'affiliation']) {
    await sql`update ${sql.table(table)} set member_id = ${kept}
      where workspace_id = ${db.scope.workspaceId} and member_id = ${absorbed}`.execute(db.tx);
  }
}

/** A workspace with nothing in it. */
export async function aWorkspace(db: Scoped, zone = 'Europe/Paris'): Promise<void> {
  const { workspaceId } = db.scope;
  await sql`insert into workspace (id, slug, name, zone, language, created_at)
    values (${workspaceId}, ${`w-${workspaceId.replaceAll('-', '').slice(-20)}`}, 'Forum des Ponts', ${zone}, 'fr', '2026-01-01Z')`.execute(
    db.tx,
  );
}
