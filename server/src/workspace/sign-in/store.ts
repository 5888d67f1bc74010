import type { Database } from '#platform/db/index.ts';

type Installation = Database['installation'];

/** Keeps one welcome link; the one before stops working. */
export async function putWelcomeLink(db: Installation, hash: Buffer, expiresAt: Date): Promise<void> {
  await db
    .insertInto('welcome_link')
    .values({ hash, expires_at: expiresAt })
    .onConflict((conflict) => conflict.column('sole').doUpdateSet({ hash, expires_at: expiresAt }))
    .execute();
}

/** Takes the welcome link away if it is this one and still valid; false otherwise. Two takers do not both succeed. */
export async function takeWelcomeLink(db: Installation, hash: Buffer, now: Date): Promise<boolean> {
  const taken = await db
    .deleteFrom('welcome_link')
    .where('hash', '=', hash)
    .where('expires_at', '>', now)
    .executeTakeFirst();
  return taken.numDeletedRows === 1n;
}
