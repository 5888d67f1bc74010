import type { Result } from '#kernel/result.ts';
import { no, yes } from '#kernel/result.ts';

const SHORTEST = 10;
/** What people choose first, in French and English, once digits and signs are taken away. */
const COMMON = new Set(
  `abcdef abcdefgh abcdefghij admin administrateur administrator amour azerty azertyuiop azertyuiopqsdfghjklm baseball
  batman bienvenue bonjour camille changeme changezmoi chocolat communaute community coucou default demo doudou dragon
  family famille football france hello iloveyou invite jetaime julien letmein liberte loulou maison marseille master
  monkey motdepasse motdepassemotdepasse mustang nicolas paris passerelle passw passwd passwort password passwordpassword
  princess princesse qsdfghjklm qwerty qwertyuiop qwertz root secret secretsecret shadow soleil starwars sunshine
  superman temporaire test testtest toulouse trustno user utilisateur vacances visiteur welcome welcometo zxcvbnm`.split(
    /\s+/,
  ),
);

/** Whether a new password may be used: long enough, and nothing that everybody tries first. */
export function checkPassword(
  password: string,
  email: string,
): Result<void, 'sign-in/password_short' | 'sign-in/password_common'> {
  if (Array.from(password).length < SHORTEST) return no('sign-in/password_short', { least: SHORTEST });
  return isCommon(password, email) ? no('sign-in/password_common') : yes(undefined);
}

function isCommon(password: string, email: string): boolean {
  const folded = password.normalize('NFKD').replaceAll(/\p{M}/gu, '').toLowerCase();
  if (new Set(folded).size < 5) return true;
  if (/^\d{1,14}$/.test(folded)) return true;
  const local = email.split('@')[0] ?? '';
  if (folded === email || (local.length >= 4 && folded.replaceAll(/[^a-z]/g, '') === local.replaceAll(/[^a-z]/g, '')))
    return true;
  return COMMON.has(folded.replaceAll(/[^a-z]/g, '')) || COMMON.has(unleet(folded));
}

/** p@ssw0rd12 → password. */
function unleet(text: string): string {
  const word = text.replaceAll(/^[^a-z]+|[^a-z]+$/g, '');
  const signs: Readonly<Record<string, string>> = {
    '@': 'a',
    '4': 'a',
    '0': 'o',
    '1': 'i',
    '!': 'i',
    '3': 'e',
    '5': 's',
    $: 's',
  };
  return word.replaceAll(/[@401!35$]/g, (sign) => signs[sign] ?? sign).replaceAll(/[^a-z]/g, '');
}
