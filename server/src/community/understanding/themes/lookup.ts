import { sql } from 'kysely';
import type { Scoped } from '#platform/db/index.ts';
import type { StoredTheme } from './model.ts';

const COLUMNS = sql`
  theme.id, theme.name_fr as "nameFr", theme.name_en as "nameEn", theme.terms, theme.written, theme.named_by as "namedBy",
  theme.held, theme.merged_into as "mergedInto", theme.split_from as "splitFrom",
  theme.retired_at is not null as "isRetired", theme.version`;

/** Themes by name of the workspace, those set aside or merged only when asked for. */
export async function themesOf(db: Scoped, withGone = false): Promise<readonly StoredTheme[]> {
  const { rows } = await sql<StoredTheme>`
    select ${COLUMNS} from theme
    where theme.workspace_id = ${db.scope.workspaceId}
      and (${withGone} or (theme.retired_at is null and theme.merged_into is null))
    order by theme.created_at, theme.id`.execute(db.tx);
  return rows;
}

/** The theme of that id, whatever became of it; undefined when this workspace has none. */
export async function themeNamed(db: Scoped, themeId: string): Promise<StoredTheme | undefined> {
  const { rows } = await sql<StoredTheme>`
    select ${COLUMNS} from theme where theme.workspace_id = ${db.scope.workspaceId} and theme.id = ${themeId}`.execute(
    db.tx,
  );
  return rows[0];
}
