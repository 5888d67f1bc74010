import type { Selectable } from 'kysely';
import type { Database, Schema } from '#platform/db/index.ts';
import type { Credentials, NewPerson, Person, Preferences } from './model.ts';

type Installation = Database['installation'];

/** False when somebody has that e-mail already. */
export async function insertPerson(db: Installation, person: NewPerson): Promise<boolean> {
  const inserted = await db
    .insertInto('person')
    .values({
      id: person.id,
      email: person.email,
      name: person.name,
      language: person.language,
      password_hash: person.passwordHash ?? null,
      totp_secret: null,
      totp_confirmed_at: null,
      last_space_id: null,
      operator: person.operator,
      created_at: person.createdAt,
    })
    .onConflict((conflict) => conflict.column('email').doNothing())
    .returning('id')
    .executeTakeFirst();
  return inserted !== undefined;
}

export async function personById(db: Installation, id: string): Promise<(Person & Credentials) | undefined> {
  return asPerson(await db.selectFrom('person').selectAll().where('id', '=', id).executeTakeFirst());
}

export async function personByEmail(db: Installation, email: string): Promise<(Person & Credentials) | undefined> {
  return asPerson(await db.selectFrom('person').selectAll().where('email', '=', email).executeTakeFirst());
}

/** Whether anybody can sign in to this installation at all. */
export async function hasPeople(db: Installation): Promise<boolean> {
  return (await db.selectFrom('person').select('id').limit(1).executeTakeFirst()) !== undefined;
}

export async function updatePreferences(db: Installation, id: string, change: Preferences): Promise<void> {
  if (Object.keys(change).length === 0) return;
  await db.updateTable('person').set(change).where('id', '=', id).execute();
}

export async function setPasswordHash(db: Installation, id: string, hash: string | null): Promise<void> {
  await db.updateTable('person').set({ password_hash: hash }).where('id', '=', id).execute();
}

/** Remembers where somebody was last, for the next time he comes without saying where to. */
export async function setLastSpace(db: Installation, id: string, spaceId: string): Promise<void> {
  await db.updateTable('person').set({ last_space_id: spaceId }).where('id', '=', id).execute();
}

function asPerson(row: Selectable<Schema['person']> | undefined): (Person & Credentials) | undefined {
  if (row === undefined) return undefined;
  return {
    id: row.id,
    email: row.email,
    name: row.name,
    language: row.language,
    theme: row.theme,
    shortcuts: row.shortcuts,
    operator: row.operator,
    lastSpaceId: row.last_space_id ?? undefined,
    passwordHash: row.password_hash ?? undefined,
    totpSecret: row.totp_secret ?? undefined,
    totpConfirmed: row.totp_confirmed_at !== null,
  };
}
