// Part of `npm run format`: sets every French message as French is set.
import { readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { underServerNode } from './setup/node.mjs';
import { inside } from './setup/root.mjs';

if (!underServerNode(import.meta.filename)) {
  const { setFrench } = await import('./check/typography.ts');
  for (const home of [inside('web', 'src', 'i18n', 'fr'), inside('server', 'src', 'platform', 'i18n', 'fr')]) {
    for (const name of readdirSync(home).filter((file) => file.endsWith('.json'))) {
      const text = readFileSync(join(home, name), 'utf8');
      const set = setFrench(text);
      if (set !== text) writeFileSync(join(home, name), set);
    }
  }
}
