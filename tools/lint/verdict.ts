import type { Place } from './locate.ts';
import {
  BARE_ROOMS,
  CONNECTOR_PACKAGES,
  DOORS,
  MAY_KNOW,
  PURE_ROLES,
  PURE_ROOMS,
  REACH,
  ROLES,
  SLICED,
  SPEAKS_WIRE,
  WEB_MAY_KNOW,
} from './rooms.ts';

function isForeign(from: Place, to: Place): boolean {
  return from.room !== to.room || from.unit !== to.unit;
}

/** What the browser may know of the server: how answers look, never how they are made. */
function acrossTheWire(to: Place, typeOnly: boolean): string | undefined {
  if (!typeOnly) return `the browser takes only types from ${to.path}: write \`import type\``;
  if (to.area === 'server' && (to.role === 'wire' || to.room === 'kernel')) return undefined;
  return `the browser knows the server by its wire files only, not by ${to.path}`;
}

function betweenRooms(from: Place, to: Place): string | undefined {
  if (from.room === to.room) return undefined;
  const known = from.area === 'web' ? WEB_MAY_KNOW : MAY_KNOW;
  return known[from.room]?.includes(to.room) ? undefined : `${from.room} must not know ${to.room}`;
}

function isConnectorReadingWords(from: Place, to: Place, typeOnly: boolean): boolean {
  return from.room === 'connectors' && to.room === 'kernel' && typeOnly;
}

/** Stages know stages below; the web knows the wire; nothing of the product knows its tools. */
function stageVerdict(from: Place, to: Place, typeOnly: boolean): string | undefined {
  if (from.area === 'outside' || isConnectorReadingWords(from, to, typeOnly)) return undefined;
  if (to.area === 'outside') {
    return from.test ? undefined : `${from.room} must not depend on ${to.path}, which is not part of the product`;
  }
  if (from.area === to.area) return betweenRooms(from, to);
  if (from.area === 'web') return acrossTheWire(to, typeOnly);
  return to.area === 'web' ? `${from.room} must not know the browser's part` : betweenRooms(from, to);
}

function connectorVerdict(from: Place, to: Place): string | undefined {
  if (from.room !== 'connectors' || to.room !== 'connectors' || from.unit === '') return undefined;
  return from.unit === to.unit ? undefined : `a connector must not know another connector (${to.path})`;
}

/** The rocket reads every stage and changes none but its own; the workspace's audit it may write. */
function isRocketActing(from: Place, to: Place): boolean {
  return from.room === 'rocket' && to.room !== 'rocket' && to.room !== 'workspace' && to.role !== 'lookup';
}

function isCalledByPureRole(from: Place, typeOnly: boolean): boolean {
  return SLICED.has(from.room) && PURE_ROLES.has(from.role) && !typeOnly;
}

function doorVerdict(from: Place, to: Place, typeOnly: boolean): string | undefined {
  if (!SLICED.has(to.room) || !isForeign(from, to)) return undefined;
  if (from.role === 'wire' && to.role === 'wire') return undefined;
  if (isRocketActing(from, to) && !typeOnly) return `the rocket only reads: ${to.room}/${to.unit} by its lookup`;
  if (!DOORS.has(to.role)) return `enter ${to.room}/${to.unit} by its index or lookup, not by ${to.role}`;
  if (!isCalledByPureRole(from, typeOnly)) return undefined;
  return `${from.role} decides from what it is given: it may take types from ${to.path}, not call it`;
}

function reachVerdict(from: Place, to: Place, typeOnly: boolean): string | undefined {
  const reach = REACH[from.role] ?? [];
  if (reach === 'all' || reach.includes(to.unit) || PURE_ROOMS.has(to.unit)) return undefined;
  if (typeOnly && !PURE_ROLES.has(from.role)) return undefined;
  return `${from.role} must not reach platform/${to.unit}`;
}

function roleVerdict(from: Place, to: Place, typeOnly: boolean): string | undefined {
  if (!SLICED.has(from.room)) return undefined;
  if (to.room === 'platform') return reachVerdict(from, to, typeOnly);
  const allowed = ROLES[from.role];
  if (isForeign(from, to) || allowed === undefined || !(to.role in ROLES)) return undefined;
  if (to.role === 'wire' && typeOnly && SPEAKS_WIRE.has(from.role)) return undefined;
  return allowed.includes(to.role) ? undefined : `${from.role} must not import ${to.role}`;
}

/** Why `from` may not import `to`, or undefined when it may. Tests may look inside features, never across stages. */
export function verdict(from: Place, to: Place, typeOnly: boolean): string | undefined {
  const stages = stageVerdict(from, to, typeOnly) ?? connectorVerdict(from, to);
  if (stages !== undefined || from.test || from.area !== 'server') return stages;
  return doorVerdict(from, to, typeOnly) ?? roleVerdict(from, to, typeOnly);
}

function packageName(specifier: string): string {
  if (specifier.startsWith('node:')) return specifier;
  return specifier
    .split('/')
    .slice(0, specifier.startsWith('@') ? 2 : 1)
    .join('/');
}

/** Why `from` may not import a package of others, or undefined when it may. */
export function packageVerdict(from: Place, specifier: string): string | undefined {
  if (from.test) return undefined;
  if (BARE_ROOMS.has(from.room) && !specifier.startsWith('node:'))
    return `${from.room} depends on no package (${specifier})`;
  if (from.area === 'web' && specifier.startsWith('node:')) return `${specifier} is not in a browser`;
  if (from.room !== 'connectors' || CONNECTOR_PACKAGES.has(packageName(specifier))) return undefined;
  return `a connector reaches the world through its visit, not by ${specifier}`;
}

/** Why a file may not stand where it is: inside a feature, names are roles. */
export function nameVerdict(place: Place): string | undefined {
  if (place.area !== 'server' || place.test) return undefined;
  if (!(place.room in MAY_KNOW)) return `server/src/${place.room} is not a room of the house`;
  if (!SLICED.has(place.room)) return undefined;
  if (place.unit.split('/').length > 2) return `${place.unit} is more than two folders deep`;
  return place.role in ROLES ? undefined : `${place.role} is not a role (${Object.keys(ROLES).join(', ')})`;
}
