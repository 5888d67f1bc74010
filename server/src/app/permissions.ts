import type { Access } from '#kernel/actor.ts';

/**
 * Who may call each route. A route without a row, or a row without a route, stops the start.
 * `functions: 'all'` means whoever has a place in the workspace; `key` lets API keys of that scope in as well.
 */
export const PERMISSIONS = {
  // workspace: people who sign in, colleagues, keys, record
  'GET /api/v1/session': 'anyone',
  'POST /api/v1/sign-in': 'anyone',
  'POST /api/v1/welcome': 'anyone',
  'GET /api/v1/oidc/start': 'anyone',
  'GET /api/v1/oidc/callback': 'anyone',
  'GET /api/v1/invitations/{token}': 'anyone',
  'POST /api/v1/invitations/{token}/accept': 'anyone',
  'POST /api/v1/sign-out': 'signed_in',
  'GET /api/v1/sessions': 'signed_in',
  'DELETE /api/v1/sessions': 'signed_in',
  'DELETE /api/v1/sessions/{sessionId}': 'signed_in',
  'PATCH /api/v1/me': 'signed_in',
  'POST /api/v1/me/password': 'signed_in',
  'POST /api/v1/me/totp': 'signed_in',
  'POST /api/v1/me/totp/confirm': 'signed_in',
  'POST /api/v1/me/totp/remove': 'signed_in',
  'POST /api/v1/workspaces': 'signed_in',
  'PATCH /api/v1/workspace': { functions: ['admin'] },
  'GET /api/v1/team': { functions: 'all' },
  'PATCH /api/v1/team/{colleagueId}': { functions: ['admin'] },
  'DELETE /api/v1/team/{colleagueId}': { functions: ['admin'] },
  'GET /api/v1/team/invitations': { functions: ['pilot', 'admin'] },
  'POST /api/v1/team/invitations': { functions: ['pilot', 'admin'] },
  'DELETE /api/v1/team/invitations/{invitationId}': { functions: ['pilot', 'admin'] },
  'GET /api/v1/titles': { functions: 'all' },
  'POST /api/v1/titles': { functions: ['admin'] },
  'PATCH /api/v1/titles/{titleId}': { functions: ['admin'] },
  'DELETE /api/v1/titles/{titleId}': { functions: ['admin'] },
  'GET /api/v1/keys': { functions: ['admin'] },
  'POST /api/v1/keys': { functions: ['admin'] },
  'DELETE /api/v1/keys/{keyId}': { functions: ['admin'] },
  'GET /api/v1/audit': { functions: ['compliance', 'admin'] },
  'GET /api/v1/audit/check': { functions: ['compliance', 'admin'] },
  'GET /api/v1/audit/export': { functions: ['admin'] },

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

  // the installation: what machines ask
  'GET /healthz': 'anyone',
  'GET /readyz': 'anyone',
  'GET /metrics': 'anyone',
  'GET /api/v1/openapi.json': 'anyone',
} as const satisfies Record<string, Access>;
