import { workspaceHomeRoute } from './home-of-workspace.ts';
import { courseRoutes } from '#web/cockpit/course/route.ts';
import { actionRoutes } from '#web/bridge/actions/route.ts';
import { mandateRoutes } from '#web/bridge/mandates/route.ts';
import { decideRoutes } from '#web/bridge/decide/route.ts';
import { decisionRoutes } from '#web/bridge/decisions/route.ts';
import { loopRoutes } from '#web/bridge/loop/route.ts';
import { healthRoutes } from '#web/cockpit/health/route.ts';
import { valueRoute } from '#web/cockpit/value/route.ts';
import { proofRoutes } from '#web/cockpit/proof/route.ts';
import { segmentRoutes } from '#web/cockpit/segments/route.ts';
import { insightRoutes } from '#web/bridge/insights/route.ts';
import { signalRoutes } from '#web/bridge/signals/route.ts';
import { importRoutes } from '#web/community/imports/route.ts';
import { placeRoutes } from '#web/community/places/route.ts';
import { memberRoutes } from '#web/community/members/route.ts';
import { readingRoutes } from '#web/community/reading/route.ts';
import { firstRunRoutes } from '#web/community/first-run/route.ts';
import { rocketRoutes } from '#web/rocket/route.ts';
import { settingsRoutes } from '#web/workspace/settings/route.ts';
import { entryRoutes } from '#web/workspace/entry/route.ts';
import { homeRoute, outsideRoute, rootRoute, workspaceRoute } from './roots.tsx';
import { toolboxRoute } from './toolbox/route.ts';

/** The whole tree. A page adds its route to the list of its parent; its entry in the navigation is in `pages.ts`. */
export const routeTree = rootRoute.addChildren([
  homeRoute,
  toolboxRoute,
  outsideRoute.addChildren([...entryRoutes, ...decideRoutes]),
  workspaceRoute.addChildren([
    workspaceHomeRoute,
    ...courseRoutes,
    ...healthRoutes,
    ...proofRoutes,
    valueRoute,
    ...mandateRoutes,
    ...actionRoutes,
    ...signalRoutes,
    ...insightRoutes,
    ...decisionRoutes,
    ...loopRoutes,
    ...readingRoutes,
    ...memberRoutes,
    ...segmentRoutes,
    ...rocketRoutes,
    ...settingsRoutes,
    ...firstRunRoutes,
    ...importRoutes,
    ...placeRoutes,
  ]),
]);
