import { createRouter, parseSearchWith, stringifySearchWith } from '@tanstack/react-router';
import { onSignedOut } from './api.ts';
import { FailedPage } from './failed-page.tsx';
import { queryClient } from './query.ts';
import { signInAddress } from './return-address.ts';
import { routeTree } from './routes.ts';
import { LoadingPage } from './loading-page.tsx';

export const router = createRouter({
  routeTree,
  context: { queryClient },
  defaultPreload: 'intent',
  defaultErrorComponent: FailedPage,
  defaultPendingComponent: LoadingPage,
  scrollRestoration: true,
  // Plain texts in the address, as people write them: no quotes around what looks like a number.
  parseSearch: parseSearchWith((text) => text),
  stringifySearch: stringifySearchWith(String),
});

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router;
  }
}

// A session that ends while somebody works leads to sign-in and back.
onSignedOut(() => {
  queryClient.removeQueries({ queryKey: ['session'] });
  const { href, pathname } = router.state.location;
  if (!pathname.startsWith('/sign-in')) void router.navigate({ href: signInAddress(href) });
});
