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

  'GET /api/v1/privacy': { functions: 'all', key: 'figures' },
  'PATCH /api/v1/privacy': { functions: ['admin'] },

  // community: places and imports
  'GET /api/v1/places': { functions: 'all', key: 'read' },
  'GET /api/v1/places/{placeId}': { functions: 'all', key: 'read' },
  'PATCH /api/v1/places/{placeId}': { functions: ['pilot', 'host', 'admin'] },
  'POST /api/v1/places/{placeId}/remove': { functions: ['pilot', 'admin'] },
  'GET /api/v1/imports': { functions: 'all', key: 'import' },
  'POST /api/v1/imports': { functions: ['pilot', 'host', 'admin'], key: 'import' },
  'GET /api/v1/imports/{runId}': { functions: 'all', key: 'import' },
  'DELETE /api/v1/imports/{runId}': { functions: ['pilot', 'host', 'admin'], key: 'import' },
  'PUT /api/v1/imports/{runId}/content': { functions: ['pilot', 'host', 'admin'], key: 'import' },
  'POST /api/v1/imports/{runId}/inspect': { functions: ['pilot', 'host', 'admin'], key: 'import' },
  'POST /api/v1/imports/{runId}/start': { functions: ['pilot', 'host', 'admin'], key: 'import' },
  'POST /api/v1/imports/{runId}/cancel': { functions: ['pilot', 'host', 'admin'], key: 'import' },
  'GET /api/v1/imports/{runId}/problems': { functions: ['pilot', 'host', 'admin'], key: 'import' },
  'GET /api/v1/imports/{runId}/problems/export': { functions: ['pilot', 'host', 'admin'], key: 'import' },

  // community: reading
  'GET /api/v1/threads': { functions: 'all', key: 'read' },
  'GET /api/v1/threads/{threadId}': { functions: 'all', key: 'read' },
  'GET /api/v1/threads/{threadId}/messages': { functions: 'all', key: 'read' },
  'GET /api/v1/channels': { functions: 'all', key: 'read' },
  'GET /api/v1/channels/{channelId}': { functions: 'all', key: 'read' },
  'GET /api/v1/channels/{channelId}/messages': { functions: 'all', key: 'read' },
  'GET /api/v1/messages/{messageId}': { functions: 'all', key: 'read' },
  'GET /api/v1/search': { functions: 'all', key: 'read' },
  'GET /api/v1/find': { functions: 'all' },

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

  // community: what texts say
  'GET /api/v1/themes': { functions: 'all', key: 'read' },
  'GET /api/v1/themes/{themeId}': { functions: 'all', key: 'read' },
  'PATCH /api/v1/themes/{themeId}': { functions: ['pilot', 'host', 'admin'] },
  'POST /api/v1/themes/{themeId}/merge': { functions: ['pilot', 'host', 'admin'] },
  'POST /api/v1/themes/{themeId}/unmerge': { functions: ['pilot', 'host', 'admin'] },
  'POST /api/v1/themes/{themeId}/split': { functions: ['pilot', 'host', 'admin'] },
  'PUT /api/v1/themes/{themeId}/threads/{threadId}': { functions: ['pilot', 'host', 'admin'] },
  'GET /api/v1/understanding': { functions: 'all', key: 'read' },
  'POST /api/v1/understanding': { functions: ['pilot', 'host', 'admin'] },
  'PUT /api/v1/messages/{messageId}/tone': { functions: ['pilot', 'host', 'admin'] },
  'PUT /api/v1/threads/{threadId}/kind': { functions: ['pilot', 'host', 'admin'] },

  // cockpit: figures
  'GET /api/v1/figures': { functions: 'all', key: 'figures' },
  'GET /api/v1/figures/panel': { functions: 'all', key: 'figures' },
  'GET /api/v1/figures/{figureId}': { functions: 'all', key: 'figures' },
  'GET /api/v1/figures/{figureId}/detail': { functions: 'all', key: 'figures' },
  'GET /api/v1/figures/unanswered/threads': { functions: 'all', key: 'read' },
  'GET /api/v1/figures/at_risk/members': { functions: ['pilot', 'host', 'admin'], key: 'members' },
  'GET /api/v1/members/{memberId}/standing': { functions: 'all', key: 'members' },
  'GET /api/v1/figures/reply_graph/network': { functions: 'all', key: 'figures' },
  'GET /api/v1/figures/reply_graph/around': { functions: 'all', key: 'figures' },
  'GET /api/v1/figures/{figureId}/formula': { functions: 'all', key: 'figures' },
  'GET /api/v1/figures/{figureId}/differs': { functions: ['pilot', 'host', 'admin'], key: 'members' },
  'GET /api/v1/languages': { functions: 'all', key: 'figures' },

  // cockpit: notes beside the course of figures
  'GET /api/v1/notes': { functions: 'all', key: 'figures' },
  'POST /api/v1/notes': { functions: ['pilot', 'host', 'admin'] },
  'PATCH /api/v1/notes/{noteId}': { functions: ['pilot', 'host', 'admin'] },
  'DELETE /api/v1/notes/{noteId}': { functions: ['pilot', 'host', 'admin'] },

  // cockpit: segments
  'GET /api/v1/segments': { functions: 'all', key: 'figures' },
  'GET /api/v1/segments/parts': { functions: 'all' },
  'GET /api/v1/segments/{segmentId}/size': { functions: 'all', key: 'figures' },
  'GET /api/v1/segments/{segmentId}/members': { functions: ['pilot', 'host', 'admin'], key: 'members' },
  'POST /api/v1/segments/preview': { functions: ['pilot', 'host', 'admin'] },
  'POST /api/v1/segments': { functions: ['pilot', 'host', 'admin'] },
  'PATCH /api/v1/segments/{segmentId}': { functions: ['pilot', 'host', 'admin'] },
  'DELETE /api/v1/segments/{segmentId}': { functions: ['pilot', 'host', 'admin'] },

  // the made-up community
  'POST /api/v1/demonstration': 'signed_in',
  'POST /api/v1/demonstration/remove': { functions: ['admin'] },

  // the installation: what machines ask
  'GET /healthz': 'anyone',
  'GET /readyz': 'anyone',
  'GET /metrics': 'anyone',
  'GET /api/v1/openapi.json': 'anyone',
} as const satisfies Record<string, Access>;
