import pg from 'pg';
import { no, yes, type Result } from '#kernel/result.ts';

/** Every query of a feature runs under this role: it owns nothing, signs in nowhere and is held by the walls. */
export const RUNTIME_ROLE = 'passerelle_app';

const ALREADY_THERE = ['42710', '23505'];
const NOT_ALLOWED = '42501';

/**
 * Makes sure the runtime role exists and that we may take it. When the server's user may not, refuses with the
 * statements (`sql`) an administrator of the server has to run once.
 */
export async function ensureRole(client: pg.ClientBase): Promise<Result<void, 'database/role_missing'>> {
  const create = `create role ${RUNTIME_ROLE} nologin nosuperuser nobypassrls`;
  const { rows } = await client.query<{ me: string }>('select current_user as me');
  const grant = `grant ${RUNTIME_ROLE} to ${pg.escapeIdentifier(rows[0]?.me ?? '')}`;
  const refused = no('database/role_missing', { sql: `${create}; ${grant};` });
  if (!(await roleExists(client)) && !(await allowed(client, create))) return refused;
  if (await canTake(client)) return yes(undefined);
  if (!(await allowed(client, grant)) || !(await canTake(client))) return refused;
  return yes(undefined);
}

async function roleExists(client: pg.ClientBase): Promise<boolean> {
  const { rowCount } = await client.query('select from pg_roles where rolname = $1', [RUNTIME_ROLE]);
  return rowCount === 1;
}

function canTake(client: pg.ClientBase): Promise<boolean> {
  return allowed(client, `set role ${RUNTIME_ROLE}; reset role`);
}

/** False when the server says we may not. Another start on the same server may have created the role meanwhile. */
async function allowed(client: pg.ClientBase, statement: string): Promise<boolean> {
  try {
    await client.query(statement);
    return true;
  } catch (error) {
    const code = (error as { code?: string }).code ?? '';
    if (code === NOT_ALLOWED) return false;
    if (ALREADY_THERE.includes(code)) return true;
    throw error;
  }
}

/** What makes the role unfit, in words for the operator; empty when it is as it should be. */
export async function faultsOfRole(client: pg.ClientBase): Promise<string[]> {
  const { rows } = await client.query<{ fault: string }>(
    `select fault from pg_roles r, lateral (values
       (r.rolsuper, 'is superuser'),
       (r.rolbypassrls, 'bypasses row-level security'),
       (r.rolcanlogin, 'can sign in'),
       (exists (select from pg_auth_members m where m.member = r.oid), 'is a member of another role'),
       (exists (select from pg_class c where c.relowner = r.oid), 'owns tables'),
       (exists (select from pg_proc p where p.proowner = r.oid), 'owns functions'),
       (exists (select from pg_namespace n where n.nspowner = r.oid), 'owns a schema'),
       (exists (select from pg_database d where d.datdba = r.oid), 'owns a database')
     ) as found(present, fault)
     where r.rolname = $1 and present`,
    [RUNTIME_ROLE],
  );
  return rows.map((row) => row.fault);
}
