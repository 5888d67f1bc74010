import type { Access } from '#kernel/actor.ts';

/**
 * Who may call each route. A route without a row, or a row without a route, stops the start.
 * `functions: 'all'` means whoever has a place in the workspace; `key` lets API keys of that scope in as well.
 */
export const PERMISSIONS = {
  // workspace: people who sign in, colleagues, keys, record

  // community: reading
  'GET /api/v1/threads': { functions: 'all', key: 'read' },
  'GET /api/v1/threads/{threadId}': { functions: 'all', key: 'read' },
  'GET /api/v1/threads/{threadId}/messages': { functions: 'all', key: 'read' },
  'GET /api/v1/channels': { functions: 'all', key: 'read' },
  'GET /api/v1/channels/{channelId}': { functions: 'all', key: 'read' },
  'GET /api/v1/channels/{channelId}/messages': { functions: 'all', key: 'read' },
  'GET /api/v1/messages/{messageId}': { functions: 'all', key: 'read' },
  'GET /api/v1/search': { functions: 'all', key: 'read' },

  // community: members, who is who
  'GET /api/v1/members': { functions: 'all', key: 'members' },
  'GET /api/v1/members/{memberId}': { functions: 'all', key: 'members' },
  'GET /api/v1/members/{memberId}/timeline': { functions: 'all', key: 'members' },
  'PATCH /api/v1/members/{memberId}': { functions: ['pilot', 'host', 'admin'] },
  'POST /api/v1/members/{memberId}/affiliations': { functions: ['pilot', 'host', 'admin'] },
  'DELETE /api/v1/members/{memberId}/affiliations/{affiliationId}': { functions: ['pilot', 'host', 'admin'] },
  'GET /api/v1/staff-rules': { functions: ['pilot', 'host', 'admin'] },
  'PUT /api/v1/staff-rules': { functions: ['pilot', 'admin'] },
  'GET /api/v1/merge-suggestions': { functions: ['pilot', 'host', 'admin'] },
  'POST /api/v1/merges': { functions: ['pilot', 'host', 'admin'] },
  'POST /api/v1/merges/{mergeId}/undo': { functions: ['pilot', 'host', 'admin'] },
  'POST /api/v1/merge-refusals': { functions: ['pilot', 'host', 'admin'] },
  'GET /api/v1/members/{memberId}/personal-data': { functions: ['pilot', 'admin'] },
  'GET /api/v1/members/{memberId}/personal-data/export': { functions: ['pilot', 'admin'] },
  'POST /api/v1/members/{memberId}/erase': { functions: ['pilot', 'admin'] },
} as const satisfies Record<string, Access>;
