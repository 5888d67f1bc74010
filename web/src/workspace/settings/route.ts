import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { workspaceRoute } from '#web/app/roots.tsx';

const getParentRoute = () => workspaceRoute;

const settingsRoute = createRoute({
  getParentRoute,
  path: 'settings',
  component: lazyRouteComponent(() => import('./settings-page.tsx'), 'SettingsPage'),
});
const accountRoute = createRoute({
  getParentRoute,
  path: 'settings/account',
  component: lazyRouteComponent(() => import('./account-page.tsx'), 'AccountPage'),
});
const teamRoute = createRoute({
  getParentRoute,
  path: 'settings/team',
  component: lazyRouteComponent(() => import('./team-page.tsx'), 'TeamPage'),
});
const keysRoute = createRoute({
  getParentRoute,
  path: 'settings/keys',
  component: lazyRouteComponent(() => import('./keys-page.tsx'), 'KeysPage'),
});
const recordRoute = createRoute({
  getParentRoute,
  path: 'settings/record',
  component: lazyRouteComponent(() => import('./record-page.tsx'), 'RecordPage'),
});
const staffRoute = createRoute({
  getParentRoute,
  path: 'settings/staff',
  component: lazyRouteComponent(() => import('./staff-page.tsx'), 'StaffPage'),
});

export const settingsRoutes = [settingsRoute, accountRoute, teamRoute, keysRoute, recordRoute, staffRoute] as const;
