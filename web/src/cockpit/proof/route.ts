import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { workspaceRoute } from '#web/app/roots.tsx';

const getParentRoute = () => workspaceRoute;

const listRoute = createRoute({
  getParentRoute,
  path: 'proof',
  component: lazyRouteComponent(() => import('./proofs-page.tsx'), 'ProofsPage'),
});
const newRoute = createRoute({
  getParentRoute,
  path: 'proof/new',
  validateSearch: ({ mandate }: Record<string, unknown>): { mandate?: string } =>
    typeof mandate === 'string' ? { mandate } : {},
  component: lazyRouteComponent(() => import('./new-proof-page.tsx'), 'NewProofPage'),
});
const proofRoute = createRoute({
  getParentRoute,
  path: 'proof/$proof',
  component: lazyRouteComponent(() => import('./proof-page.tsx'), 'ProofPage'),
});

export const proofRoutes = [listRoute, newRoute, proofRoute] as const;
