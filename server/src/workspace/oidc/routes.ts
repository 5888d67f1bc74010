import { no } from '#kernel/result.ts';
import type { Route } from '#platform/http/index.ts';
import { atDoor } from '#platform/http/index.ts';
import type { Oidc } from './service.ts';
import type { OidcCode, SignInSearch } from './wire.ts';
import { StartQuery } from './wire.ts';

/** Browsers come here by links, not calls: refusals lead to the sign-in page, which says them. */
function signInPage(problem: OidcCode): string {
  const search = { problem } satisfies SignInSearch;
  return `/sign-in?${new URLSearchParams(search).toString()}`;
}

/** Leaving for the sign-in service and coming back; without one, there is nothing to find here. */
export function oidcRoutes(oidc: Oidc | undefined): readonly Route[] {
  return [
    atDoor({
      method: 'get',
      path: '/api/v1/oidc/start',
      summary: "Leave for the organisation's sign-in service",
      query: StartQuery,
      async handle({ query }) {
        if (oidc === undefined) return no('http/not_found');
        const left = await oidc.leave({
          ...(query.return === undefined ? {} : { returnTo: query.return }),
          ...(query.invitation === undefined ? {} : { invitation: query.invitation }),
        });
        if (!left.ok) return { ok: true, redirectTo: signInPage(left.refusal.code) };
        return { ok: true, redirectTo: left.value.url, headers: [left.value.header] };
      },
    }),
    atDoor({
      method: 'get',
      path: '/api/v1/oidc/callback',
      summary: "Come back from the organisation's sign-in service",
      async handle({ raw, address }) {
        if (oidc === undefined) return no('http/not_found');
        const { forget, entry } = await oidc.comeBack({ raw, address });
        if (!entry.ok) return { ok: true, redirectTo: signInPage(entry.refusal.code), headers: [forget] };
        return { ok: true, redirectTo: entry.value.returnTo, headers: [forget, entry.value.header] };
      },
    }),
  ];
}
