import {
  allowInsecureRequests,
  authorizationCodeGrant,
  buildAuthorizationUrl,
  calculatePKCECodeChallenge,
  ClientSecretBasic,
  ClientSecretPost,
  customFetch,
  discovery,
  fetchUserInfo,
  randomNonce,
  randomPKCECodeVerifier,
  randomState,
} from 'openid-client';
import type { ClientAuth, Configuration, CustomFetch } from 'openid-client';
import type { Clock } from '#platform/clock/index.ts';
import type { Outbound } from '#platform/outbound/index.ts';
import type { Checks, Claims, OidcSettings } from './model.ts';
import { claimsFrom } from './rules.ts';

export interface OidcClientDeps {
  readonly settings: OidcSettings;
  readonly outbound: Outbound;
  readonly clock: Clock;
  /** Where people reach the installation, without a path. */
  readonly origin: () => string;
}

const KNOWN_MS = 3_600_000;
export const CALLBACK_PATH = '/api/v1/oidc/callback';

export type OidcClient = ReturnType<typeof createOidcClient>;

/**
 * Talks to the sign-in service: authorisation code with PKCE, state and nonce. Throws when the service cannot be
 * reached, answers nonsense, or what came back does not fit what was sent.
 */
export function createOidcClient({ settings, outbound, clock, origin }: OidcClientDeps) {
  let known: { readonly service: Promise<Configuration>; readonly until: number } | undefined;

  /** What the service says of itself, asked once an hour; a failure is not remembered. */
  function service(): Promise<Configuration> {
    const now = clock.now().getTime();
    if (known !== undefined && now < known.until) return known.service;
    const asked = discover();
    known = { service: asked, until: now + KNOWN_MS };
    asked.catch(() => {
      known = undefined;
    });
    return asked;
  }

  function discover(): Promise<Configuration> {
    const { issuer, clientId, clientSecret } = settings;
    const url = new URL(issuer);
    return discovery(url, clientId, clientSecret, authentication(clientSecret), {
      [customFetch]: fetchBy(outbound),
      // Plain http passes the outgoing door only for hosts the operator has named.
      // oxlint-disable-next-line typescript/no-deprecated -- marked so that it stands out; there is no other way
      execute: url.protocol === 'http:' ? [allowInsecureRequests] : [],
    });
  }

  return {
    /** Where to send the browser, and what to keep until it comes back. */
    async leave(): Promise<{ url: string } & Checks> {
      const checks = { state: randomState(), nonce: randomNonce(), verifier: randomPKCECodeVerifier() };
      const url = buildAuthorizationUrl(await service(), {
        redirect_uri: origin() + CALLBACK_PATH,
        scope: 'openid email profile',
        state: checks.state,
        nonce: checks.nonce,
        code_challenge: await calculatePKCECodeChallenge(checks.verifier),
        code_challenge_method: 'S256',
      });
      return { url: url.href, ...checks };
    },

    /** Who came back; `search` is the query of the address the service sent the browser to. */
    async comeBack(search: string, checks: Checks): Promise<Claims> {
      const configuration = await service();
      const tokens = await authorizationCodeGrant(configuration, new URL(origin() + CALLBACK_PATH + search), {
        expectedState: checks.state,
        expectedNonce: checks.nonce,
        pkceCodeVerifier: checks.verifier,
        idTokenExpected: true,
      });
      const idToken = tokens.claims();
      if (idToken === undefined) throw new Error('The sign-in service gave no id token.');
      const hasPage = configuration.serverMetadata().userinfo_endpoint !== undefined;
      const page = hasPage ? await fetchUserInfo(configuration, tokens.access_token, idToken.sub) : {};
      return claimsFrom(idToken.iss, idToken.sub, idToken, page);
    },
  };
}

/** By header, which every service must take unless it says that it wants the secret in the body. */
function authentication(secret: string): ClientAuth {
  const byHeader = ClientSecretBasic(secret);
  const inBody = ClientSecretPost(secret);
  return (server, ...rest) => {
    const methods = server.token_endpoint_auth_methods_supported;
    const wantsBody = methods?.includes('client_secret_basic') === false && methods.includes('client_secret_post');
    return (wantsBody ? inBody : byHeader)(server, ...rest);
  };
}

function fetchBy(outbound: Outbound): CustomFetch {
  return async (url, { method, headers, body }) => {
    const answer = await outbound.send({
      url,
      method,
      headers: Object.fromEntries(Object.entries(headers)),
      ...(body === undefined || body === null ? {} : { body: bytesOf(body) }),
    });
    if (!answer.ok) throw new Error(`The sign-in service was not reached: ${answer.refusal.code}.`);
    const { status } = answer.value;
    return new Response(status === 204 || status === 304 ? null : answer.value.body, { ...answer.value, status });
  };
}

function bytesOf(body: unknown): string | Uint8Array {
  if (body instanceof Uint8Array || typeof body === 'string') return body;
  if (body instanceof URLSearchParams) return body.toString();
  throw new Error('The sign-in library sends a body of an unknown kind.');
}
