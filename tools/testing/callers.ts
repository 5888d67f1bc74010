import { FUNCTIONS, KEY_SCOPES } from '#kernel/actor.ts';
import type { Browser } from './browser.ts';
import type { People } from './house.ts';
import type { Caller } from './matrix.ts';

export interface Cast {
  /** The admin of the workspace the calls name, with every function. */
  readonly admin: Browser;
  /** The admin of another workspace, looking at his own. */
  readonly otherAdmin: Browser;
  readonly callers: readonly Caller[];
}

/** Everybody who may call an installation with two workspaces; all name the first one in their calls. */
export async function castOf(house: People): Promise<Cast> {
  const admin = await house.openFirst();
  const here = 'forum-des-ponts';
  const asked = { name: 'Quai Nord', zone: 'Europe/Paris', language: 'fr' };
  const { slug: there } = (await admin.must('POST', '/api/v1/workspaces', asked)) as { slug: string };
  admin.workspace = there;
  const otherAdmin = await house.colleague(admin, 'Omar Nord', FUNCTIONS);
  admin.workspace = here;
  const outsider = await house.person('Nadia Neuve');
  const removed = await house.colleague(admin, 'Rémi Parti', FUNCTIONS);
  await remove(admin, 'Rémi Parti');
  await removed.look();
  const stranger = house.browser();
  const callers: Caller[] = [
    { name: 'a stranger', browser: stranger, is: { kind: 'stranger' } },
    { name: 'somebody without a place', browser: outsider.browser, is: { kind: 'outsider' } },
    { name: 'a removed colleague', browser: removed, is: { kind: 'outsider' } },
    {
      name: "another workspace's admin",
      browser: otherAdmin,
      is: { kind: 'outsider' },
      headers: { 'x-passerelle-workspace': here },
    },
    { name: 'the holder of all functions', browser: admin, is: { kind: 'colleague', functions: FUNCTIONS } },
  ];
  for (const [at, one] of FUNCTIONS.entries()) {
    const browser = await house.colleague(admin, `Collègue ${'ABCDEFGH'[at] ?? ''}`, [one]);
    callers.push({ name: one, browser, is: { kind: 'colleague', functions: [one] } });
  }
  for (const scope of KEY_SCOPES) {
    const made = { name: scope, scopes: [scope], perMinute: 6_000 };
    const { key } = (await admin.must('POST', '/api/v1/keys', made)) as { key: string };
    const headers = { authorization: `Bearer ${key}` };
    callers.push({ name: `a key for ${scope}`, browser: stranger, headers, is: { kind: 'key', scopes: [scope] } });
  }
  for (const { browser } of callers) browser.workspace ??= browser === otherAdmin ? there : here;
  return { admin, otherAdmin, callers };
}

async function remove(admin: Browser, name: string): Promise<void> {
  const { items } = (await admin.must('GET', '/api/v1/team')) as { items: readonly { id: string; name: string }[] };
  await admin.must('DELETE', `/api/v1/team/${items.find((one) => one.name === name)?.id ?? ''}`);
}
