const HOUR = 3_600_000;
export const IDLE_MS = 12 * HOUR;
export const ABSOLUTE_MS = 14 * 24 * HOUR;
/** "Last seen" is this coarse, so that reading pages does not write rows. */
export const SEEN_EVERY_MS = 60_000;
/** How long the former token is still taken after a change, for requests already under way. */
export const GRACE_MS = 60_000;

/** `__Host-` ties the cookie to this host over https; browsers refuse the prefix on plain http. */
export function cookieName(isSecure: boolean): string {
  return isSecure ? '__Host-passerelle_session' : 'passerelle_session';
}

/** `seconds` 0 takes the cookie away. */
export function cookie(name: string, value: string, seconds: number, isSecure: boolean): string {
  const secure = isSecure ? '; Secure' : '';
  return `${name}=${value}; Path=/; HttpOnly; SameSite=Lax; Max-Age=${seconds}${secure}`;
}

/** The value of a cookie in a Cookie header; the first one, should there be two. */
export function readCookie(header: string | null, name: string): string | undefined {
  for (const pair of (header ?? '').split(';')) {
    const at = pair.indexOf('=');
    if (at > 0 && pair.slice(0, at).trim() === name) return pair.slice(at + 1).trim();
  }
  return undefined;
}

const BROWSERS = [
  [/Edg(?:A|iOS)?\//, 'Edge'],
  [/OPR\/|Opera/, 'Opera'],
  [/Firefox\/|FxiOS\//, 'Firefox'],
  [/Chrome\/|CriOS\/|Chromium\//, 'Chrome'],
  [/Safari\//, 'Safari'],
] as const;
const SYSTEMS = [
  [/iPhone|iPad/, 'iOS'],
  [/Android/, 'Android'],
  [/Windows/, 'Windows'],
  [/Mac OS X|Macintosh/, 'macOS'],
  [/CrOS/, 'ChromeOS'],
  [/Linux/, 'Linux'],
] as const;

/** Enough of a User-Agent to recognise one's own devices: "Firefox, Linux"; empty when it says nothing known. */
export function deviceOf(userAgent: string | null): string {
  const named = [BROWSERS, SYSTEMS].map((known) => known.find(([sign]) => sign.test(userAgent ?? ''))?.[1]);
  return named.filter((one) => one !== undefined).join(', ');
}
