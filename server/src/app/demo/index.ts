import { join } from 'node:path';
import { generateDemo } from './generate.ts';
import type { DemoOptions } from './generate.ts';
import type { Demo, Language, Truth } from './model.ts';
import { STAFF_DOMAIN } from './people/house.ts';
import { chatFiles } from './writing/chat.ts';
import { writeFiles } from './writing/file.ts';
import { forumFiles } from './writing/forum.ts';
import { listFiles } from './writing/list.ts';

export { generateDemo, generateFirstAnswers } from './generate.ts';
export type { DemoOptions, FirstAnswers } from './generate.ts';
export { localDay } from './calendar.ts';
export type { Demo, Truth } from './model.ts';

export interface DemoPlace {
  /** The connector that reads it, and the folder it stands in. */
  readonly connector: string;
  readonly path: string;
  readonly name: string;
  readonly language?: Language;
}

export interface DemoFiles {
  readonly places: readonly DemoPlace[];
  /** The team writes from addresses of this domain. */
  readonly staffDomain: string;
  readonly truth: Truth;
}

/** Makes the demonstration community and writes its three exports under `folder`, each as its place would give it. */
export async function createDemoFiles(options: DemoOptions & { readonly folder: string }): Promise<DemoFiles> {
  const demo = generateDemo(options);
  const places = await writeDemo(demo, options.folder);
  return { places, staffDomain: STAFF_DOMAIN, truth: demo.truth };
}

/** Writes the exports of a made-up community; answers where they stand and what reads them. */
export async function writeDemo(demo: Demo, folder: string): Promise<readonly DemoPlace[]> {
  const [forum, chat, list] = [join(folder, 'forum'), join(folder, 'chat'), join(folder, 'liste')];
  await Promise.all([
    writeFiles(forum, forumFiles(demo)),
    writeFiles(chat, chatFiles(demo)),
    writeFiles(list, listFiles(demo)),
  ]);
  return [
    { connector: 'discourse-posts', path: forum, name: 'Forum', language: 'fr' },
    { connector: 'slack-export', path: chat, name: 'Salon de discussion', language: 'fr' },
    { connector: 'mbox', path: list, name: 'Liste de diffusion', language: 'fr' },
  ];
}
