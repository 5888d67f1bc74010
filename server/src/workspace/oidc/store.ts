import type { Database } from '#platform/db/index.ts';
import type { Claims } from '#workspace/oidc-client/index.ts';

type Installation = Database['installation'];

export async function linkedPersonId(db: Installation, claims: Claims): Promise<string | undefined> {
  const row = await db
    .selectFrom('oidc_link')
    .select('person_id')
    .where('issuer', '=', claims.issuer)
    .where('subject', '=', claims.subject)
    .executeTakeFirst();
  return row?.person_id;
}

/** The first link of a subject stays: two at once end as one. */
export async function insertLink(db: Installation, claims: Claims, personId: string, now: Date): Promise<void> {
  await db
    .insertInto('oidc_link')
    .values({ issuer: claims.issuer, subject: claims.subject, person_id: personId, linked_at: now })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}
