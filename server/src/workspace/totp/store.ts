import type { Database } from '#platform/db/index.ts';

type Installation = Database['installation'];

/** Keeps a secret that is not asked for yet: a first code must confirm it. */
export async function setPendingSecret(db: Installation, personId: string, sealed: Buffer): Promise<void> {
  await db
    .updateTable('person')
    .set({ totp_secret: sealed, totp_confirmed_at: null })
    .where('id', '=', personId)
    .where('totp_confirmed_at', 'is', null)
    .execute();
}

/** Takes a step once: false when a code of this step, or a later one, was taken before. */
export async function takeStep(db: Installation, personId: string, step: number): Promise<boolean> {
  const taken = await db
    .updateTable('person')
    .set({ totp_last_step: step })
    .where('id', '=', personId)
    .where('totp_last_step', '<', step)
    .executeTakeFirst();
  return taken.numUpdatedRows === 1n;
}

export async function confirmSecret(
  db: Installation,
  personId: string,
  now: Date,
  codeHashes: readonly Buffer[],
): Promise<void> {
  await db.updateTable('person').set({ totp_confirmed_at: now }).where('id', '=', personId).execute();
  await db.deleteFrom('recovery_code').where('person_id', '=', personId).execute();
  const rows = codeHashes.map((hash) => ({ person_id: personId, hash, used_at: null }));
  await db.insertInto('recovery_code').values(rows).execute();
}

/** Takes a recovery code once. */
export async function takeRecoveryCode(db: Installation, personId: string, hash: Buffer, now: Date): Promise<boolean> {
  const taken = await db
    .updateTable('recovery_code')
    .set({ used_at: now })
    .where('person_id', '=', personId)
    .where('hash', '=', hash)
    .where('used_at', 'is', null)
    .executeTakeFirst();
  return taken.numUpdatedRows === 1n;
}

export async function removeSecret(db: Installation, personId: string): Promise<void> {
  await db
    .updateTable('person')
    .set({ totp_secret: null, totp_confirmed_at: null })
    .where('id', '=', personId)
    .execute();
  await db.deleteFrom('recovery_code').where('person_id', '=', personId).execute();
}

export async function recoveryCodesLeft(db: Installation, personId: string): Promise<number> {
  const { left } = await db
    .selectFrom('recovery_code')
    .select((row) => row.fn.countAll<number>().as('left'))
    .where('person_id', '=', personId)
    .where('used_at', 'is', null)
    .executeTakeFirstOrThrow();
  return left;
}
