import { sql } from 'kysely';
import type { Database } from '#platform/db/index.ts';

type Installation = Database['installation'];

/** Counts one more try and answers how many there are since when; a window that is over starts anew. */
export async function countTry(
  db: Installation,
  bucket: Buffer,
  now: Date,
  windowStart: Date,
): Promise<{ count: number; since: Date }> {
  return await db
    .insertInto('secret_try')
    .values({ bucket, count: 1, since: now })
    .onConflict((conflict) =>
      conflict.column('bucket').doUpdateSet({
        count: sql`case when secret_try.since <= ${windowStart} then 1 else secret_try.count + 1 end`,
        since: sql`case when secret_try.since <= ${windowStart} then excluded.since else secret_try.since end`,
      }),
    )
    .returning(['count', 'since'])
    .executeTakeFirstOrThrow();
}

export async function takeBack(db: Installation, bucket: Buffer): Promise<void> {
  await db
    .updateTable('secret_try')
    .set((row) => ({ count: row('count', '-', 1) }))
    .where('bucket', '=', bucket)
    .where('count', '>', 0)
    .execute();
}

export async function forget(db: Installation, bucket: Buffer): Promise<void> {
  await db.deleteFrom('secret_try').where('bucket', '=', bucket).execute();
}

export async function sweep(db: Installation, windowStart: Date): Promise<void> {
  await db.deleteFrom('secret_try').where('since', '<=', windowStart).execute();
}
