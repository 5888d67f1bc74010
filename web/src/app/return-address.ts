/** Stands for this house while an address is read; no real site has this name. */
const HERE = 'http://here.invalid';

/** Sign-in, with the place to come back to. */
export function signInAddress(back: string): string {
  return back === '/' ? '/sign-in' : `/sign-in?return=${encodeURIComponent(back)}`;
}

/**
 * The place to come back to after sign-in: only an address of this house. It is read as a browser reads it, so
 * `//elsewhere`, `/\elsewhere` and tabs between slashes are seen for what they are; anything odd leads home.
 */
export function returnAddress(asked: string | undefined): string {
  if (asked === undefined || !asked.startsWith('/') || !URL.canParse(asked, HERE)) return '/';
  const { origin, pathname, search, hash } = new URL(asked, HERE);
  return origin === HERE && !pathname.startsWith('//') ? `${pathname}${search}${hash}` : '/';
}
