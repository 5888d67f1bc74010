import { sql } from 'kysely';
import type { Rows, Scoped } from '#platform/db/index.ts';
import { rowsOf } from '#platform/db/index.ts';
import type { MonthRow } from './model.ts';

const MOST_MONTHS = 36;

/** The months that were kept, the newest first; three years at most. */
export function monthRows({ scope: { workspaceId } }: Scoped): Rows<MonthRow> {
  return rowsOf(sql<MonthRow>`
    select to_char(check_month.month, 'YYYY-MM-DD') as month, check_month.answer from check_month
    where check_month.workspace_id = ${workspaceId}
    order by check_month.month desc limit ${MOST_MONTHS}`);
}

/** Whether the check of a month is kept. */
export async function isKept(db: Scoped, month: string): Promise<boolean> {
  const row = await db.tx
    .selectFrom('check_month')
    .select('check_month.month')
    .where('check_month.workspace_id', '=', db.scope.workspaceId)
    .where('check_month.month', '=', month)
    .executeTakeFirst();
  return row !== undefined;
}
