import type { RawBuilder } from 'kysely';
import { sql } from 'kysely';
import { dayIn } from '#kernel/day.ts';
import type { Rows, Scoped } from '#platform/db/index.ts';
import { rowsOf } from '#platform/db/index.ts';

/** When this workspace was opened, by the day of its own zone. */
export async function openedOn(db: Scoped): Promise<string> {
  const { zone, created_at } = await db.tx
    .selectFrom('workspace')
    .select(['zone', 'created_at'])
    .where('id', '=', db.scope.workspaceId)
    .executeTakeFirstOrThrow();
  return dayIn(zone, created_at);
}

export interface House {
  readonly name: string;
  readonly zone: string;
  readonly language: 'fr' | 'en';
  /** Below so many persons a number tells of somebody. */
  readonly smallestGroup: number;
}

/** What the workspace says of itself, to be read together with what is shown of it. */
export function house(db: Scoped): Rows<House> {
  return rowsOf(sql<House>`
    select workspace.name, workspace.zone, workspace.language, workspace.smallest_group as "smallestGroup"
    from workspace where workspace.id = ${db.scope.workspaceId}`);
}

/** SQL: the day of an instant in the zone of the workspace. */
export function todayOf({ scope: { workspaceId } }: Scoped, now: Date): RawBuilder<string> {
  return sql<string>`(select (${now}::timestamptz at time zone workspace.zone)::date from workspace
    where workspace.id = ${workspaceId})`;
}

/** SQL: the zone in which this workspace cuts its days. */
export function zoneOf({ scope: { workspaceId } }: Scoped): RawBuilder<string> {
  return sql<string>`(select workspace.zone from workspace where workspace.id = ${workspaceId})`;
}

const lastZones = new Map<string, string>();

/**
 * Asks what hangs on the days of the workspace by its zone as this process last knew it: that saves a question, and the
 * base plans with days that are said. Where the answer tells of another zone, it is asked again.
 */
export async function inItsZone<T extends { readonly houses: readonly House[] }>(
  db: Scoped,
  ask: (zone: string) => Promise<T>,
): Promise<T> {
  const { workspaceId } = db.scope;
  const zone = lastZones.get(workspaceId) ?? (await settingsOf(db)).zone;
  const found = await ask(zone);
  const told = found.houses[0]?.zone ?? zone;
  lastZones.set(workspaceId, told);
  return told === zone ? found : await ask(told);
}

/** The zone in which this workspace cuts its days, and the language of what nobody chose one for. */
export async function settingsOf(db: Scoped): Promise<{ name: string; zone: string; language: 'fr' | 'en' }> {
  return await db.tx
    .selectFrom('workspace')
    .select(['name', 'zone', 'language'])
    .where('id', '=', db.scope.workspaceId)
    .executeTakeFirstOrThrow();
}
