import { tombstoneMark } from '#community/facts/index.ts';
import { closedTo, lockMember } from '#community/members/index.ts';
import type { By } from '#kernel/actor.ts';
import type { Result } from '#kernel/result.ts';
import { no, yes } from '#kernel/result.ts';
import type { Scope } from '#kernel/scope.ts';
import type { Clock } from '#platform/clock/index.ts';
import type { Database, Scoped } from '#platform/db/index.ts';
import { record } from '#workspace/audit/index.ts';
import { countTexts } from './lookup.ts';
import { asMention, EVERYDAY, namesOf, wholeWord } from './rules.ts';
import * as store from './store.ts';
import type { Erasure, ErasureDone } from './wire.ts';

export interface ErasureDeps {
  readonly database: Database;
  readonly clock: Clock;
  /** The secret of the installation, which turns an account into a mark nobody else can make. */
  readonly secret: string;
  /** Called once the erasure stands, so that the read model forgets too. */
  onErased(scope: Scope): void;
}

type EraseRefusal = 'http/not_found' | 'member/erased' | 'member/merged' | 'member/wrong_name';

/**
 * Erases a person: name, handles, addresses and texts are gone from members, identities, messages and raws, and his
 * name from the texts of others; messages stay counted, by nobody. A tombstone keeps later imports from bringing him back.
 */
export async function erasePerson(
  deps: ErasureDeps,
  scope: Scope,
  by: By,
  memberId: string,
  erasure: Erasure,
): Promise<Result<ErasureDone, EraseRefusal>> {
  const result = await deps.database.inScope(scope, async (db): Promise<Result<ErasureDone, EraseRefusal>> => {
    const member = await lockMember(db, memberId);
    if (member === undefined) return no('http/not_found');
    const closed = closedTo(member);
    if (closed !== undefined) return no(closed);
    if (member.name.trim() !== erasure.name.trim()) return no('member/wrong_name');
    const identities = await store.lockIdentities(db, memberId);
    const now = deps.clock.now();
    const marks = identities.map((one) => tombstoneMark(deps.secret, one.place_id, one.external_id));
    await store.insertTombstones(db, marks, now);
    const messages = await store.emptyPerson(
      db,
      memberId,
      identities.map((one) => one.id),
      now,
    );
    const names = namesOf([
      ...identities.map((one) => ({ handle: one.handle, displayName: one.display_name, email: one.email })),
      { handle: member.name, displayName: null, email: null },
    ]);
    const taken = await takeNamesOut(db, names);
    await record(db, by, now, {
      action: 'member.erased',
      objectType: 'member',
      objectId: memberId,
      after: { identities: identities.length, messages, mentions: taken.mentions },
      why: erasure.reason,
    });
    return yes({ identities: identities.length, messages, ...taken });
  });
  if (result.ok) deps.onErased(scope);
  return result;
}

async function takeNamesOut(
  db: Scoped,
  names: readonly string[],
): Promise<Pick<ErasureDone, 'mentions' | 'leftAsWords'>> {
  let mentions = 0;
  const leftAsWords: string[] = [];
  for (const name of names) {
    const isEveryday = !/[\s@]/.test(name) && (await countTexts(db, wholeWord(name), EVERYDAY + 1)) > EVERYDAY;
    if (isEveryday) leftAsWords.push(name);
    mentions += await store.takeOut(db, isEveryday ? asMention(name) : wholeWord(name));
  }
  return { mentions, leftAsWords };
}
