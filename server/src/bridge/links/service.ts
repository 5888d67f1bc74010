import { newId } from '#kernel/ids.ts';
import type { Scoped } from '#platform/db/index.ts';
import { KIND, VALID_DAYS } from './model.ts';
import { insertLink } from './store.ts';

const DAY_MS = 24 * 3_600_000;

/** Makes a link; its secret is made by whoever hands it over. Answers what the secret must open, and until when. */
export async function makeLink(
  db: Scoped,
  insightId: string,
  now: Date,
): Promise<{ readonly kind: string; readonly objectId: string; readonly expiresAt: Date }> {
  const expiresAt = new Date(now.getTime() + VALID_DAYS * DAY_MS);
  const id = newId(now);
  await insertLink(db, { id, insightId, expiresAt }, now);
  return { kind: KIND, objectId: id, expiresAt };
}
