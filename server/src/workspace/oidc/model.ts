import type { Checks } from '#workspace/oidc-client/index.ts';

/** What is kept in the browser, sealed, between leaving for the sign-in service and coming back. */
export interface Attempt extends Checks {
  readonly returnTo: string;
  /** Token of the invitation somebody wants to take up. */
  readonly invitation: string | undefined;
  /** Milliseconds since 1970. */
  readonly until: number;
}
