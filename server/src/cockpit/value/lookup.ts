import { sql } from 'kysely';
import type { ZonedWindow } from '#kernel/window.ts';
import type { Rows, Scoped } from '#platform/db/index.ts';
import { beginningOf, rowsOf, toldAs } from '#platform/db/index.ts';
import type { Sheet, Version } from './model.ts';
import { isWhole } from './rules.ts';

/** How the value model stands: whether it can be summed up, and the day somebody last changed it or read it through. */
export interface ValueStanding {
  readonly isWhole: boolean;
  readonly seenOn: string;
}

/** How the model stood when a day began in a zone, to be read with other things; no row: there was none. */
export function valueStanding(
  { scope: { workspaceId: here } }: Scoped,
  { until, zone }: Pick<ZonedWindow, 'until' | 'zone'>,
): Rows<ValueStanding> {
  const end = beginningOf(until, zone);
  const rows = sql<{ readonly sheet: Pick<Sheet, 'lines'>; readonly seenOn: string }>`
    select version.sheet, (greatest(version.made_at, (
      select max(review.reviewed_at) from value_review review
      where review.workspace_id = ${here} and review.reviewed_at < ${end})) at time zone ${zone}::text)::date::text as "seenOn"
    from value_version version
    where version.workspace_id = ${here} and version.made_at < ${end}
    order by version.number desc limit 1`;
  return toldAs(rowsOf(rows), ({ sheet, seenOn }) => ({ isWhole: isWhole(sheet), seenOn }));
}

function chosen(db: Scoped) {
  return db.tx
    .selectFrom('value_version')
    .select(['value_version.number', 'value_version.why', 'value_version.made_by', 'value_version.made_at'])
    .select(sql<Sheet>`value_version.sheet`.as('sheet'))
    .where('value_version.workspace_id', '=', db.scope.workspaceId);
}

type Row = Awaited<ReturnType<ReturnType<typeof chosen>['executeTakeFirstOrThrow']>>;

function versionOf({ number, sheet, why, made_by: by, made_at: at }: Row): Version {
  return { number, sheet, why, by, at };
}

/** A version of the model, the newest one unless its number is said. */
export async function versionAt(db: Scoped, number?: number): Promise<Version | undefined> {
  const row = await chosen(db)
    .$if(number !== undefined, (query) => query.where('value_version.number', '=', number ?? 0))
    .orderBy('value_version.number', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row === undefined ? undefined : versionOf(row);
}

/** The newest version, held until this transaction ends. */
export async function versionForUpdate(db: Scoped): Promise<Version | undefined> {
  const row = await chosen(db).orderBy('value_version.number', 'desc').limit(1).forUpdate().executeTakeFirst();
  return row === undefined ? undefined : versionOf(row);
}

/** The last versions, the newest first. */
export async function lastVersions(db: Scoped, most: number): Promise<readonly Version[]> {
  const rows = await chosen(db).orderBy('value_version.number', 'desc').limit(most).execute();
  return rows.map(versionOf);
}

export interface Review {
  readonly number: number;
  readonly note: string | null;
  readonly by: string;
  readonly at: Date;
}

/** The last times somebody read the model through, the newest first. */
export async function lastReviews(db: Scoped, most: number): Promise<readonly Review[]> {
  const rows = await db.tx
    .selectFrom('value_review')
    .select(['number', 'note', 'reviewed_by', 'reviewed_at'])
    .where('workspace_id', '=', db.scope.workspaceId)
    .orderBy('reviewed_at', 'desc')
    .limit(most)
    .execute();
  return rows.map(({ number, note, reviewed_by: by, reviewed_at: at }) => ({ number, note, by, at }));
}

export { changesBetween, isWhole, linesIn, REVIEW_DAYS, USUAL_SHARE, usualOf } from './rules.ts';
export { CURRENCIES, STREAM_IDS, streamOf } from './model.ts';
export type { Change, FigureAsked, Given, Line, Sheet, StreamId, Version } from './model.ts';
