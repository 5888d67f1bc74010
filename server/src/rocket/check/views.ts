import { sql } from 'kysely';
import type { Scoped } from '#platform/db/index.ts';
import { KeptMonth } from './model.ts';

const MOST_MONTHS = 36;

/** The months that were kept, the oldest first; three years at most. What is no check (a hand in the base) is left out. */
export async function monthsKept(db: Scoped): Promise<readonly { readonly month: string; readonly kept: KeptMonth }[]> {
  const { rows } = await sql<{ month: string; answer: unknown }>`
    select to_char(check_month.month, 'YYYY-MM-DD') as month, check_month.answer from check_month
    where check_month.workspace_id = ${db.scope.workspaceId}
    order by check_month.month desc limit ${MOST_MONTHS}`.execute(db.tx);
  return rows
    .flatMap(({ month, answer }) => {
      const kept = KeptMonth.safeParse(answer);
      return kept.success ? [{ month, kept: kept.data }] : [];
    })
    .toReversed();
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
