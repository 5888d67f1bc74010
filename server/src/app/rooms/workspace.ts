import { PERMISSIONS } from '#app/permissions.ts';
import type { Clock } from '#platform/clock/index.ts';
import type { Database, Scoped } from '#platform/db/index.ts';
import type { Guard, Route } from '#platform/http/index.ts';
import type { Log } from '#platform/log/index.ts';
import { createOutbound } from '#platform/outbound/index.ts';
import type { Vault } from '#platform/secrets/index.ts';
import { auditRoutes } from '#workspace/audit/index.ts';
import { createInvitations, invitationRoutes } from '#workspace/invitations/index.ts';
import { createKeys, keyRoutes } from '#workspace/keys/index.ts';
import { letterRoutes } from '#workspace/letters/index.ts';
import { createOidcClient } from '#workspace/oidc-client/index.ts';
import { createOidc, oidcRoutes } from '#workspace/oidc/index.ts';
import { personById } from '#workspace/people/index.ts';
import { createGuard, PACES } from '#workspace/permissions/index.ts';
import { createSessions, sessionRoutes } from '#workspace/sessions/index.ts';
import { privacyRoutes } from '#workspace/privacy/index.ts';
import type { SignIn } from '#workspace/sign-in/index.ts';
import { createSignIn, signInRoutes } from '#workspace/sign-in/index.ts';
import type { Spaces } from '#workspace/spaces/index.ts';
import { createSpaces, spaceRoutes } from '#workspace/spaces/index.ts';
import { createTeam, teamRoutes } from '#workspace/team/index.ts';
import { createTotp, totpRoutes } from '#workspace/totp/index.ts';
import { createTries } from '#workspace/tries/index.ts';
import type { Config } from '#app/config.ts';

interface WorkspaceDeps {
  readonly config: Config;
  readonly database: Database;
  readonly clock: Clock;
  readonly log: Log;
  readonly vault: Vault;
  /** Where people reach the installation; known for sure only once it listens. */
  readonly origin: () => string;
  /** What other stages begin for a workspace, in the transaction that opens it. */
  readonly onOpened: (db: Scoped) => Promise<void>;
}

export interface WorkspaceRoom {
  readonly routes: readonly Route[];
  readonly guard: Guard;
  readonly signIn: SignIn;
  readonly spaces: Spaces;
}

/** People who sign in, their workspaces, and the one door of the router. */
export function openWorkspaceRoom(deps: WorkspaceDeps): WorkspaceRoom {
  const { config, database, clock, log, vault, origin } = deps;
  const isSecure = config.publicUrl?.startsWith('https://') ?? false;
  const sessions = createSessions({ database, clock, vault, isSecure });
  const spaces = createSpaces({ database, clock, onOpened: deps.onOpened });
  const tries = createTries({ database, clock });
  const totp = createTotp({ database, clock, vault, tries });
  const keys = createKeys({ database, clock });
  const invitations = createInvitations({ database, clock });
  const team = createTeam({ database, clock });
  const signIn = createSignIn({ database, clock, log, sessions, spaces, tries, totp });
  const outbound = createOutbound({ allow: config.outboundAllow });
  const oidc =
    config.oidc === undefined
      ? undefined
      : createOidc({
          database,
          clock,
          log,
          vault,
          sessions,
          invitations,
          isSecure,
          client: createOidcClient({
            settings: config.oidc,
            outbound,
            clock,
            origin,
          }),
        });
  return {
    signIn,
    spaces,
    guard: createGuard({
      clock,
      sessions,
      keys,
      spaces,
      origin,
      personOf: (id) => personById(database.installation, id),
      table: PERMISSIONS,
      paces: PACES,
    }),
    routes: [
      ...signInRoutes({ database, signIn, sessions, oidcName: config.oidc?.name }),
      ...sessionRoutes(sessions),
      ...totpRoutes(totp),
      ...oidcRoutes(oidc),
      ...spaceRoutes(spaces),
      ...teamRoutes({ database, team }),
      ...invitationRoutes({ database, invitations, sessions }),
      ...keyRoutes({ database, keys }),
      ...auditRoutes({ database, clock }),
      ...privacyRoutes({ database, clock }),
      ...letterRoutes({ database, clock, post: { from: config.mail?.from } }),
    ],
  };
}
