import type { Database } from '#platform/db/index.ts';
import type { NewSession, Session, SessionLine } from './model.ts';

type Installation = Database['installation'];

export async function insertSession(db: Installation, session: NewSession): Promise<void> {
  await db
    .insertInto('session')
    .values({
      id: session.id,
      token_hash: session.tokenHash,
      former_hash: null,
      former_until: null,
      person_id: session.personId,
      device: session.device,
      address: session.address,
      made_at: session.madeAt,
      seen_at: session.madeAt,
      ends_at: session.endsAt,
    })
    .execute();
}

/** The session a token opens, if it is live: not idle since before `idleSince`, not past its end. */
export async function findSession(
  db: Installation,
  hash: Buffer,
  now: Date,
  idleSince: Date,
): Promise<Session | undefined> {
  const row = await db
    .selectFrom('session')
    .innerJoin('person', 'person.id', 'session.person_id')
    .select(['session.id', 'session.person_id', 'session.token_hash', 'session.renew', 'session.seen_at'])
    .select(['session.ends_at', 'person.language'])
    .where((where) =>
      where.or([
        where('session.token_hash', '=', hash),
        where.and([where('session.former_hash', '=', hash), where('session.former_until', '>', now)]),
      ]),
    )
    .where('session.ends_at', '>', now)
    .where('session.seen_at', '>', idleSince)
    .executeTakeFirst();
  if (row === undefined) return undefined;
  return {
    id: row.id,
    personId: row.person_id,
    language: row.language,
    tokenHash: row.token_hash,
    renew: row.renew,
    seenAt: row.seen_at,
    endsAt: row.ends_at,
  };
}

export async function touchSession(db: Installation, id: string, now: Date): Promise<void> {
  await db.updateTable('session').set({ seen_at: now }).where('id', '=', id).execute();
}

/** Gives a session a new token, if its present one is still `former`; false when another request was first. */
export async function rotateToken(
  db: Installation,
  id: string,
  former: Buffer,
  next: Buffer,
  graceUntil: Date,
): Promise<boolean> {
  const changed = await db
    .updateTable('session')
    .set({ token_hash: next, former_hash: former, former_until: graceUntil, renew: false })
    .where('id', '=', id)
    .where('token_hash', '=', former)
    .executeTakeFirst();
  return changed.numUpdatedRows === 1n;
}

/** Marks the sessions of a person for a new token: what he may do has changed. */
export async function flagRenewal(db: Installation, personId: string): Promise<void> {
  await db.updateTable('session').set({ renew: true }).where('person_id', '=', personId).execute();
}

export async function sessionsOf(
  db: Installation,
  personId: string,
  now: Date,
  idleSince: Date,
): Promise<readonly SessionLine[]> {
  const rows = await db
    .selectFrom('session')
    .select(['id', 'device', 'address', 'made_at', 'seen_at'])
    .where('person_id', '=', personId)
    .where('ends_at', '>', now)
    .where('seen_at', '>', idleSince)
    .orderBy('seen_at', 'desc')
    .limit(100)
    .execute();
  return rows.map((row) => ({ ...row, madeAt: row.made_at, seenAt: row.seen_at }));
}

/** False when the person has no such session. */
export async function endSession(db: Installation, personId: string, id: string): Promise<boolean> {
  const ended = await db
    .deleteFrom('session')
    .where('person_id', '=', personId)
    .where('id', '=', id)
    .executeTakeFirst();
  return ended.numDeletedRows > 0n;
}

/** Ends all sessions of the person but one. */
export async function endOthers(db: Installation, personId: string, keep: string | undefined): Promise<void> {
  const all = db.deleteFrom('session').where('person_id', '=', personId);
  await (keep === undefined ? all : all.where('id', '!=', keep)).execute();
}

export async function sweepSessions(db: Installation, now: Date, idleSince: Date): Promise<void> {
  await db
    .deleteFrom('session')
    .where((where) => where.or([where('ends_at', '<=', now), where('seen_at', '<=', idleSince)]))
    .execute();
}
