export interface OidcSettings {
  readonly issuer: string;
  readonly clientId: string;
  readonly clientSecret: string;
  /** What the button says. */
  readonly name: string;
}

/** Who the organisation's own sign-in service says somebody is. */
export interface Claims {
  readonly issuer: string;
  readonly subject: string;
  /** In lower case; undefined when the service gives none. */
  readonly email: string | undefined;
  /** The service has checked that the e-mail is his; anybody may write any e-mail into a profile. */
  readonly emailVerified: boolean;
  readonly name: string | undefined;
  readonly locale: string | undefined;
}

/** What must be the same when somebody comes back. */
export interface Checks {
  readonly state: string;
  readonly nonce: string;
  readonly verifier: string;
}
