import { tombstoneMark } from '#community/facts/index.ts';
import { holdImports } from '#community/ingestion/lookup.ts';
import { closedTo, lockMember } from '#community/members/index.ts';
import type { By } from '#kernel/actor.ts';
import type { Result } from '#kernel/result.ts';
import { no, yes } from '#kernel/result.ts';
import type { Scope } from '#kernel/scope.ts';
import type { Clock } from '#platform/clock/index.ts';
import type { Database, Scoped } from '#platform/db/index.ts';
import { record } from '#workspace/audit/index.ts';
import { countTexts, liveAccounts } from './lookup.ts';
import { asMention, EVERYDAY, namesOf, wholeWord } from './rules.ts';
import * as store from './store.ts';
import type { Erasure, ErasureDone } from './wire.ts';

export interface ErasureDeps {
  readonly database: Database;
  readonly clock: Clock;
  /** The secret of the installation, which turns an account into a mark nobody else can make. */
  readonly secret: string;
  /** Called once the erasure stands: the read model forgets too, and the ledger outside the base remembers the marks. */
  onErased(scope: Scope, marks: readonly Buffer[]): void;
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
  let marks: readonly Buffer[] = [];
  const result = await deps.database.inScope(scope, async (db): Promise<Result<ErasureDone, EraseRefusal>> => {
    await holdImports(db);
    const member = await lockMember(db, memberId);
    if (member === undefined) return no('http/not_found');
    const closed = closedTo(member);
    if (closed !== undefined) return no(closed);
    if (member.name.trim() !== erasure.name.trim()) return no('member/wrong_name');
    const identities = await store.lockIdentities(db, memberId);
    const now = deps.clock.now();
    marks = identities.map((one) => tombstoneMark(deps.secret, one.place_id, one.external_id));
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
  if (!result.ok) return result;
  deps.onErased(scope, marks);
  return yes(result.value);
}

/**
 * Erases again whoever the ledger says was erased and a restored backup brought back; answers how many people.
 * `marks` are tombstone marks in hexadecimal.
 */
export async function eraseAgain(deps: ErasureDeps, scope: Scope, marks: ReadonlySet<string>): Promise<number> {
  const accounts = await deps.database.inScope(scope, liveAccounts);
  const back = new Map<string, string>();
  for (const one of accounts) {
    const mark = tombstoneMark(deps.secret, one.place_id, one.external_id).toString('hex');
    if (marks.has(mark)) back.set(one.member_id, one.name);
  }
  const by: By = { kind: 'system', name: 'restore' };
  for (const [memberId, name] of back)
    await erasePerson(deps, scope, by, memberId, { name, reason: 'asked_by_the_person' });
  return back.size;
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
