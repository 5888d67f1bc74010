import type { Rule } from './eslint.ts';
import { eachImport } from './eslint.ts';
import { fromRoot, locate, target } from './locate.ts';

function nameOf(path: string): string {
  if (path.startsWith('web/src/')) return `#web/${path.slice('web/src/'.length)}`;
  return `#${path.slice('server/src/'.length)}`;
}

/** Across features an import names the room (`#bridge/signals/index.ts`), so that a reader sees where it goes. */
export const noRelativeDoor: Rule = {
  meta: { type: 'problem', docs: { description: 'Name the room when leaving a feature' } },
  create(context) {
    const place = locate(fromRoot(context.cwd, context.filename));
    return eachImport(({ node, specifier }) => {
      if (!specifier.startsWith('.')) return;
      const to = locate(target(place.path, specifier) ?? '');
      if (to.area === 'outside') return;
      if (to.area === place.area && to.room === place.room && to.unit === place.unit) return;
      const name = to.area === 'packages' ? `@passerelle/${to.room}` : nameOf(to.path);
      context.report({ node, message: `this leaves the feature: import '${name}'` });
    });
  },
};
