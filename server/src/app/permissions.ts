import type { Access } from '#kernel/actor.ts';

/**
 * Who may call each route. A route without a row, or a row without a route, stops the start.
 * `functions: 'all'` means whoever has a place in the workspace; `key` lets API keys of that scope in as well.
 */
export const PERMISSIONS = {
  // workspace: people who sign in, colleagues, keys, record
} as const satisfies Record<string, Access>;
