import type { Claims } from './model.ts';

type Said = Readonly<Record<string, unknown>>;

/** Claims as we use them; what the id token says counts before what the user-info page says. */
export function claimsFrom(issuer: string, subject: string, idToken: Said, userInfo: Said): Claims {
  const said = { ...userInfo, ...idToken };
  const text = (name: string): string | undefined => {
    const value = said[name];
    return typeof value === 'string' && value.trim() !== '' ? value.trim().slice(0, 254) : undefined;
  };
  // The e-mail and whether it was checked are taken from the same page.
  const page = typeof idToken['email'] === 'string' ? idToken : userInfo;
  return {
    issuer,
    subject,
    email: text('email')?.toLowerCase(),
    emailVerified: page['email_verified'] === true,
    name: text('name')?.slice(0, 120),
    locale: text('locale'),
  };
}
