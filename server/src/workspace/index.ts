import type { Access } from '#kernel/actor.ts';
import type { Clock } from '#platform/clock/index.ts';
import type { Database } from '#platform/db/index.ts';
import type { Guard, Route } from '#platform/http/index.ts';
import type { Log } from '#platform/log/index.ts';
import type { Outbound } from '#platform/outbound/index.ts';
import type { Vault } from '#platform/secrets/index.ts';
import { auditRoutes } from '#workspace/audit/index.ts';
import { createInvitations, invitationRoutes } from '#workspace/invitations/index.ts';
import { createKeys, keyRoutes } from '#workspace/keys/index.ts';
import type { OidcSettings } from '#workspace/oidc-client/index.ts';
import { createOidcClient } from '#workspace/oidc-client/index.ts';
import { createOidc, oidcRoutes } from '#workspace/oidc/index.ts';
import { personById } from '#workspace/people/index.ts';
import type { Paces } from '#workspace/permissions/index.ts';
import { createGuard, PACES } from '#workspace/permissions/index.ts';
import { createSessions, sessionRoutes } from '#workspace/sessions/index.ts';
import { createSignIn, signInRoutes } from '#workspace/sign-in/index.ts';
import type { Spaces } from '#workspace/spaces/index.ts';
import { createSpaces, spaceRoutes } from '#workspace/spaces/index.ts';
import { createTeam, teamRoutes } from '#workspace/team/index.ts';
import { createTotp, totpRoutes } from '#workspace/totp/index.ts';
import { createTries } from '#workspace/tries/index.ts';

export interface WorkspaceDeps {
  readonly database: Database;
  readonly clock: Clock;
  readonly log: Log;
  readonly vault: Vault;
  readonly outbound: Outbound;
  /** Where people reach the installation, without a path: `https://…`. Asked late: the port may be chosen at the start. */
  readonly origin: () => string;
  /** Whether that address is https; decides the cookies before the port is known. */
  readonly isSecure: boolean;
  readonly oidc?: OidcSettings;
  /** How fast callers may go; the house's own unless a test says otherwise. */
  readonly paces?: Paces;
}

export interface WorkspaceStage {
  readonly routes: readonly Route[];
  readonly spaces: Spaces;
  /** The door of the whole application, by its permission table. */
  guard(table: Readonly<Record<string, Access>>): Guard;
  /**
   * For the start of the application: the one-time token of a link to become the first admin (24 h, replaced at each
   * start), or undefined when somebody can sign in already. The page is `/welcome#<token>`.
   */
  ensureFirstAdminLink(): Promise<string | undefined>;
}

/** Workspaces, the people who sign in, what they may do, and the record of what they did. */
export function createWorkspace(deps: WorkspaceDeps): WorkspaceStage {
  const { database, clock, origin } = deps;
  const sessions = createSessions(deps);
  const tries = createTries(deps);
  const totp = createTotp({ ...deps, tries });
  const spaces = createSpaces(deps);
  const invitations = createInvitations(deps);
  const keys = createKeys(deps);
  const signIn = createSignIn({ ...deps, sessions, spaces, tries, totp });
  const client = deps.oidc === undefined ? undefined : createOidcClient({ ...deps, settings: deps.oidc });
  const oidc = client === undefined ? undefined : createOidc({ ...deps, sessions, invitations, client });
  return {
    spaces,
    routes: [
      ...signInRoutes({ database, signIn, sessions, oidcName: deps.oidc?.name }),
      ...sessionRoutes(sessions),
      ...totpRoutes(totp),
      ...oidcRoutes(oidc),
      ...spaceRoutes(spaces),
      ...teamRoutes({ database, team: createTeam(deps) }),
      ...invitationRoutes({ database, invitations, sessions }),
      ...keyRoutes({ database, keys }),
      ...auditRoutes({ database, clock }),
    ],
    guard: (table) =>
      createGuard({
        clock,
        sessions,
        keys,
        spaces,
        table,
        origin,
        personOf: (id) => personById(database.installation, id),
        paces: deps.paces ?? PACES,
      }),
    ensureFirstAdminLink: () => signIn.firstAdminToken(),
  };
}
