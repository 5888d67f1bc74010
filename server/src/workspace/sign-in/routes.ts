import type { z } from 'zod';
import { no } from '#kernel/result.ts';
import type { Database } from '#platform/db/index.ts';
import type { ExtraHeaders, Route } from '#platform/http/index.ts';
import { atDoor } from '#platform/http/index.ts';
import { updatePreferences } from '#workspace/people/index.ts';
import type { Session, Sessions } from '#workspace/sessions/index.ts';
import { abilities } from './rules.ts';
import type { SignIn } from './service.ts';
import { ChangeMe, ChangePassword, SessionView, SignInForm, WelcomeForm } from './wire.ts';

export interface SignInRouteDeps {
  readonly database: Database;
  readonly signIn: SignIn;
  readonly sessions: Sessions;
  /** What the button to sign in by OpenID Connect says; absent: not offered. */
  readonly oidcName: string | undefined;
}

/** Signing in, and oneself. */
export function signInRoutes(deps: SignInRouteDeps): readonly Route[] {
  return [...entryRoutes(deps), ...ownRoutes(deps)];
}

function entryRoutes(deps: SignInRouteDeps): readonly Route[] {
  const { signIn, sessions } = deps;
  return [
    atDoor({
      method: 'get',
      path: '/api/v1/session',
      summary: 'Who is signed in, and where he may go',
      answer: SessionView,
      async handle({ raw }) {
        const found = await sessions.find(raw);
        const renewed = found === undefined ? undefined : await sessions.renewed(found);
        const slug = raw.headers.get('x-passerelle-workspace') ?? undefined;
        const value = await viewFor(deps, renewed?.session ?? found, slug);
        return { ok: true, value, headers: renewed === undefined ? [] : [renewed.header] };
      },
    }),
    atDoor({
      method: 'post',
      path: '/api/v1/sign-in',
      summary: 'Sign in by e-mail and password',
      body: SignInForm,
      answer: SessionView,
      async handle({ body: { code, ...form }, raw, address }) {
        const begun = await signIn.signIn({ ...form, ...(code === undefined ? {} : { code }) }, { raw, address });
        return begun.ok ? entered(deps, begun.value.session, [begun.value.header]) : begun;
      },
    }),
    atDoor({
      method: 'post',
      path: '/api/v1/welcome',
      summary: 'Become the first admin of this installation',
      body: WelcomeForm,
      answer: SessionView,
      statuses: { 'sign-in/welcome_gone': 404 },
      async handle({ body, raw, address }) {
        const begun = await signIn.welcome(body, { raw, address });
        return begun.ok ? entered(deps, begun.value.session, [begun.value.header]) : begun;
      },
    }),
  ];
}

function ownRoutes(deps: SignInRouteDeps): readonly Route[] {
  const { database, signIn, sessions } = deps;
  return [
    atDoor({
      method: 'patch',
      path: '/api/v1/me',
      summary: 'Change your name, language, theme or shortcuts',
      body: ChangeMe,
      async handle({ actor, body: { name, language, theme, shortcuts } }) {
        if (actor.kind !== 'person') return no('http/sign_in_first');
        await updatePreferences(database.installation, actor.personId, {
          ...(name === undefined ? {} : { name }),
          ...(language === undefined ? {} : { language }),
          ...(theme === undefined ? {} : { theme }),
          ...(shortcuts === undefined ? {} : { shortcuts }),
        });
        return { ok: true, value: undefined };
      },
    }),
    atDoor({
      method: 'post',
      path: '/api/v1/me/password',
      summary: 'Change your password; every other device is signed out',
      body: ChangePassword,
      answer: SessionView,
      async handle({ body: { current, next }, raw, address }) {
        const session = await sessions.find(raw);
        if (session === undefined) return no('http/sign_in_first');
        const form = { next, ...(current === undefined ? {} : { current }) };
        const begun = await signIn.changePassword(session, form, { raw, address });
        return begun.ok ? entered(deps, begun.value.session, [begun.value.header]) : begun;
      },
    }),
  ];
}

async function entered(deps: SignInRouteDeps, session: Session, headers: ExtraHeaders) {
  return { ok: true, value: await viewFor(deps, session, undefined), headers } as const;
}

async function viewFor(
  { signIn, sessions, oidcName }: SignInRouteDeps,
  session: Session | undefined,
  slug: string | undefined,
): Promise<z.input<typeof SessionView>> {
  const known = await signIn.whoIs(session, slug);
  const house = {
    ...(oidcName === undefined ? {} : { oidc: { name: oidcName } }),
    firstRun: await signIn.firstRun(),
  };
  if (known === undefined || session === undefined) return { workspaces: [], csrf: '', ...house };
  const { person, codesLeft } = known;
  const last = known.workspaces.find(({ id, slug: own }) =>
    slug === undefined ? id === person.lastSpaceId : own === slug,
  );
  return {
    person: {
      id: person.id,
      name: person.name,
      email: person.email,
      language: person.language,
      theme: person.theme,
      shortcuts: person.shortcuts,
      hasPassword: person.passwordHash !== undefined,
      ...(codesLeft === undefined ? {} : { codes: { recoveryCodesLeft: codesLeft } }),
      can: { openWorkspace: person.operator },
    },
    workspaces: known.workspaces.map(({ functions, title, ...space }) => ({
      ...space,
      functions: [...functions],
      ...(title === undefined ? {} : { title }),
      can: abilities(functions),
    })),
    ...(last === undefined ? {} : { lastSlug: last.slug }),
    csrf: sessions.csrfOf(session),
    ...house,
  };
}
