import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { preferences } from '#web/app/preferences.ts';
import type { RouteContext } from '#web/app/roots.tsx';
import { workspaceRoute } from '#web/app/roots.tsx';
import { textsOf } from '#web/app/url-state.ts';
import { panelQuery } from './figures-query.ts';
import { QUESTIONS } from './tiles.ts';
import { askingOf, viewIn } from './view.ts';

const getParentRoute = () => workspaceRoute;

const healthRoute = createRoute({
  getParentRoute,
  path: 'health',
  loader: ({ context, params, location }) => askAhead(context, params.ws, location.search),
  component: lazyRouteComponent(() => import('./health-page.tsx'), 'HealthPage'),
});
const figureRoute = createRoute({
  getParentRoute,
  path: 'health/$figure',
  component: lazyRouteComponent(() => import('./figure-page.tsx'), 'FigurePage'),
});

export const healthRoutes = [healthRoute, figureRoute] as const;

/** The figures are asked for while the page itself is on its way; what is refused is said by the page. */
function askAhead({ queryClient }: RouteContext, ws: string, search: object): void {
  const view = viewIn(textsOf({ ...search }));
  if (view.asked.isWrong) return;
  const asking = askingOf(ws, view, preferences().language);
  for (const figures of QUESTIONS) queryClient.query(panelQuery(asking, figures)).catch(() => undefined);
}
