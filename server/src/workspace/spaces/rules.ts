/** First words of addresses that are not workspaces. */
const RESERVED = new Set(
  `account api app assets cockpit connexion decide demo-data docs favicon health healthz help invitation invitations login logout
  metrics new oidc privacy readyz relay relays settings sign-in sign-out static toolbox welcome workspace workspaces`.split(
    /\s+/,
  ),
);
const LONGEST_SLUG = 32;

/** The slug a name suggests: letters without accents, digits and hyphens, at most 32 characters. */
export function slugOf(name: string): string {
  const words = name
    .normalize('NFKD')
    .replaceAll(/\p{M}/gu, '')
    .replaceAll(/œ/gi, 'oe')
    .replaceAll(/æ/gi, 'ae')
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '-');
  const slug = words
    .replaceAll(/^-+|-+$/g, '')
    .slice(0, LONGEST_SLUG)
    .replace(/-+$/, '');
  return slug === '' || RESERVED.has(slug) ? `espace${slug === '' ? '' : `-${slug}`}` : slug;
}

/** The slug to try after `tried` others were taken: `forum`, `forum-2`, `forum-3`, … */
export function nthSlug(slug: string, tried: number): string {
  return tried === 0 ? slug : `${slug}-${tried + 1}`;
}

const ZONE = /^(?:UTC|[A-Z][A-Za-z_]+(?:\/[A-Za-z0-9_+-]+){1,2})$/;

/** Whether a time zone is one of IANA's regions; bare offsets are not, they know no summer time. */
export function isZone(zone: string): boolean {
  if (!ZONE.test(zone)) return false;
  try {
    return new Intl.DateTimeFormat('en', { timeZone: zone }).resolvedOptions().timeZone !== '';
  } catch {
    return false;
  }
}
