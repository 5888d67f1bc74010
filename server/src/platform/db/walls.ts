import pg from 'pg';
import { RUNTIME_ROLE } from './role.ts';

interface Policy {
  readonly name: string;
  readonly permissive: boolean;
  readonly command: string;
  readonly roles: readonly string[];
  readonly using: string | null;
  readonly check: string | null;
}

/** A table, view or sequence that is ours, with what guards it. `scoped`: it has a column `workspace_id`. */
interface Relation {
  readonly name: string;
  readonly kind: 'table' | 'view' | 'materialized' | 'sequence';
  readonly owner: string;
  readonly scoped: boolean;
  readonly secured: boolean;
  readonly asInvoker: boolean;
  readonly readable: boolean;
  readonly policies: readonly Policy[];
  readonly rights: readonly string[];
}

const RELATIONS = `
  select format('%I.%I', n.nspname, c.relname) as name,
    case c.relkind when 'v' then 'view' when 'm' then 'materialized' when 'S' then 'sequence' else 'table' end as kind,
    pg_get_userbyid(c.relowner)::text as owner,
    exists (select from pg_attribute a where a.attrelid = c.oid and a.attname = 'workspace_id' and not a.attisdropped) as scoped,
    c.relrowsecurity and c.relforcerowsecurity as secured,
    coalesce(c.reloptions && array['security_invoker=true', 'security_invoker=on'], false) as "asInvoker",
    c.relkind <> 'S' and has_table_privilege($1, c.oid, 'select') as readable,
    array(select privilege_type::text from aclexplode(c.relacl) where grantee = $1::text::regrole order by 1) as rights,
    coalesce((select json_agg(json_build_object(
      'name', p.polname, 'permissive', p.polpermissive, 'command', p.polcmd,
      'roles', array(select case r when 0 then 'public' else pg_get_userbyid(r) end from unnest(p.polroles) r),
      'using', pg_get_expr(p.polqual, p.polrelid), 'check', pg_get_expr(p.polwithcheck, p.polrelid)))
      from pg_policy p where p.polrelid = c.oid), '[]') as policies
  from pg_class c join pg_namespace n on n.oid = c.relnamespace
  where c.relkind in ('r', 'p', 'v', 'm', 'S')
    and n.nspname !~ '^pg_' and n.nspname not in ('information_schema', 'graphile_worker')
    and not exists (select from pg_depend d where d.classid = 'pg_class'::regclass and d.objid = c.oid and d.deptype = 'e')
  order by 1`;

const OWN_WORKSPACE = "workspace_id = nullif(current_setting('app.workspace_id', true), '')::uuid";
/** The owner too sees nothing under FORCE, unless it says in its transaction that it keeps the house: migrations, backup. */
const KEEPER = "current_setting('app.keeper', true) = 'on'";

async function relationsOf(client: pg.ClientBase): Promise<Relation[]> {
  const { rows } = await client.query<Relation>(RELATIONS, [RUNTIME_ROLE]);
  return rows;
}

/**
 * Gives the runtime role its rights on every table and puts the wall around every one that has `workspace_id`, so
 * that no migration can forget it. Changes only what is not yet so: a start with nothing to do takes no lock. Answers
 * what stands open all the same: tables with further policies, views that see with the owner's eyes.
 */
export async function raiseWalls(client: pg.ClientBase): Promise<string[]> {
  const found = await relationsOf(client);
  const statements = found.flatMap((relation) => [...rightsFor(relation), ...wallsFor(relation)]);
  if (statements.length > 0) await change(client, statements);
  const standing = statements.length > 0 ? await relationsOf(client) : found;
  return standing.filter(isOpen).map((relation) => relation.name);
}

async function change(client: pg.ClientBase, statements: readonly string[]): Promise<void> {
  const usage = `grant usage on schema public to ${RUNTIME_ROLE}`;
  await client.query(['begin', usage, ...statements, 'commit'].join(';\n')).catch(async (error: unknown) => {
    await client.query('rollback');
    throw error;
  });
}

function rightsFor({ name, kind, rights }: Relation): string[] {
  const wanted = wantedRights(name, kind);
  if (wanted.join() === rights.join()) return [];
  const of = kind === 'sequence' ? 'sequence ' : '';
  const revoke = `revoke all on ${of}${name} from ${RUNTIME_ROLE}`;
  return wanted.length === 0 ? [revoke] : [revoke, `grant ${wanted.join(', ')} on ${of}${name} to ${RUNTIME_ROLE}`];
}

/** In alphabetical order, as the server lists them. */
function wantedRights(name: string, kind: Relation['kind']): string[] {
  if (!name.startsWith('public.')) return [];
  if (kind === 'sequence') return ['SELECT', 'USAGE'];
  if (kind === 'materialized') return [];
  if (kind === 'view' || name === 'public.migration') return ['SELECT'];
  return ['DELETE', 'INSERT', 'SELECT', 'UPDATE'];
}

function wallsFor(relation: Relation): string[] {
  const { name, owner } = relation;
  if (relation.kind !== 'table' || !relation.scoped || isWalled(relation)) return [];
  const keeper = pg.escapeIdentifier(owner);
  return [
    `alter table ${name} enable row level security`,
    `alter table ${name} force row level security`,
    `drop policy if exists workspace_wall on ${name}`,
    `create policy workspace_wall on ${name} using (${OWN_WORKSPACE}) with check (${OWN_WORKSPACE})`,
    `drop policy if exists keeper on ${name}`,
    `create policy keeper on ${name} to ${keeper} using (${KEEPER}) with check (${KEEPER})`,
  ];
}

function isWalled({ secured, policies, owner }: Relation): boolean {
  const permissive = policies.filter((policy) => policy.permissive);
  const wall = permissive.find((policy) => policy.name === 'workspace_wall');
  const keeper = permissive.find((policy) => policy.name === 'keeper');
  if (!secured || permissive.length !== 2 || wall === undefined || keeper === undefined) return false;
  return isPolicy(wall, 'public', OWN_WORKSPACE) && isPolicy(keeper, owner, KEEPER);
}

function isPolicy(policy: Policy, role: string, expression: string): boolean {
  const expected = bare(expression);
  const said = [policy.using, policy.check].every((text) => bare(text ?? '') === expected);
  return said && policy.command === '*' && policy.roles.join() === role;
}

/** The server writes an expression back with its own brackets, casts and capitals. */
function bare(expression: string): string {
  return expression
    .toLowerCase()
    .replaceAll('::text', '')
    .replaceAll(/[\s()]/g, '');
}

function isOpen(relation: Relation): boolean {
  if (relation.kind === 'view') return !relation.asInvoker;
  if (!relation.scoped) return false;
  return relation.kind === 'materialized' ? relation.readable : !isWalled(relation);
}
