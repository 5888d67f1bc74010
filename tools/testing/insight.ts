import { randomUUID } from 'node:crypto';
import { openBridgeRoom } from '#app/rooms/bridge.ts';
import type { Clock } from '#platform/clock/index.ts';
import type { Scoped } from '#platform/db/index.ts';
import { openCommunity } from './community.ts';
import type { House } from './house.ts';
import { ORIGIN } from './house.ts';
import type { MadeCommunity } from './made-community.ts';
import { EMPTY_COMMUNITY, madeId, put } from './made-community.ts';

/** A house with the community's and the bridge's routes behind its door; the bridge has a clock of its own. */
export function openBridge(bridgeClock: Clock): Promise<House> {
  return openCommunity(({ database }) => openBridgeRoom({ database, clock: bridgeClock, origin: () => ORIGIN }).routes);
}

/** Seven people and one of the team, each with an account and a thread of his own, in French but the second's. */
export const ASKING: MadeCommunity = {
  ...EMPTY_COMMUNITY,
  places: [{ threads: true, replies: true, hours: true }],
  channels: [0],
  members: [...Array.from({ length: 7 }, () => ({ kind: 'person' as const })), { kind: 'staff' }],
  accounts: Array.from({ length: 8 }, (_, member) => ({ place: 0, member })),
  threads: Array.from({ length: 8 }, () => 0),
  messages: Array.from({ length: 8 }, (_, n) => ({
    channel: 0,
    account: n,
    thread: n,
    opens: true,
    when: { at: `2026-02-0${String(n + 1)}T10:00:00Z` },
    language: n === 1 ? 'en' : 'fr',
  })),
};

export interface MadeInsight {
  readonly by: string;
  readonly ownerId?: string;
  readonly outside?: { readonly name: string; readonly email: string };
  readonly due?: string;
  readonly submittedAt?: string;
  readonly statement?: string;
  /** Messages of `ASKING` that are its evidence, by number. */
  readonly heard?: readonly number[];
}

/** Writes an insight as it is once it was submitted, with one signal and its evidence; answers its id. */
export async function writeInsight(db: Scoped, made: MadeInsight): Promise<string> {
  const id = randomUUID();
  const signalId = randomUUID();
  const at = made.submittedAt ?? '2026-03-01T09:00:00Z';
  await put(db, 'insight', [
    {
      id,
      statement: made.statement ?? 'Des membres demandent un siège enfant plus large.',
      ask: 'Élargir le siège ?',
      options: ['Modèle large', 'Coussin'],
      words: [],
      owner_id: made.ownerId ?? null,
      outside_name: made.outside?.name ?? null,
      outside_email: made.outside?.email ?? null,
      due: made.due ?? '2026-03-10',
      state: 'submitted',
      version: 1,
      made_by: made.by,
      made_at: at,
      submitted_at: at,
    },
  ]);
  const signal = { kind: 'need', line: 'Siège trop étroit', state: 'merged', insight_id: id, version: 1 };
  await put(db, 'signal', [{ id: signalId, ...signal, raised_by: made.by, raised_at: at }]);
  await put(
    db,
    'evidence',
    (made.heard ?? [0, 1, 2]).map((n) => ({
      id: randomUUID(),
      signal_id: signalId,
      message_id: madeId('message', n),
      thread_id: madeId('thread', n),
      member_id: madeId('member', n),
      place_id: madeId('place', 0),
      place_name: 'Forum',
      channel_name: 'Sièges',
      author_name: `Membre ${String(n)}`,
      at: `2026-02-0${String(n + 1)}T10:00:00Z`,
      url: `https://forum.exemple.fr/t/${String(n)}`,
      text: `Bonjour Membre ${String(n)}, le siège serre`,
      language: n === 1 ? 'en' : 'fr',
      added_by: made.by,
      added_at: at,
    })),
  );
  return id;
}
