import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { outsideRoute } from '#web/app/roots.tsx';
import type { SignInSearch } from '#workspace/oidc/wire.ts';

const getParentRoute = () => outsideRoute;

/** `problem`: the code with which the organisation's service sent somebody back. */
type SignInAddress = { readonly [Name in 'return' | keyof SignInSearch]?: string | undefined };

function textOf(value: unknown): string | undefined {
  return typeof value === 'string' && value !== '' ? value : undefined;
}

const signInRoute = createRoute({
  getParentRoute,
  path: 'sign-in',
  validateSearch: (search: Record<string, unknown>): SignInAddress => ({
    return: textOf(search['return']),
    problem: textOf(search['problem']),
  }),
  component: lazyRouteComponent(() => import('./sign-in-page.tsx'), 'SignInPage'),
});

const welcomeRoute = createRoute({
  getParentRoute,
  path: 'welcome',
  validateSearch: (search: Record<string, unknown>): { token?: string | undefined } => ({
    token: textOf(search['token']),
  }),
  component: lazyRouteComponent(() => import('./welcome-page.tsx'), 'WelcomePage'),
});

const invitationRoute = createRoute({
  getParentRoute,
  path: 'invitation/$token',
  component: lazyRouteComponent(() => import('./invitation-page.tsx'), 'InvitationPage'),
});

export const entryRoutes = [signInRoute, welcomeRoute, invitationRoute] as const;
