import type { Rule } from './eslint.ts';
import { eachImport } from './eslint.ts';
import { fromRoot, locate, target } from './locate.ts';
import { nameVerdict, packageVerdict, verdict } from './verdict.ts';

/** The house as a rule: which room, feature and file may import which (docs/architecture.md). */
export const stages: Rule = {
  meta: { type: 'problem', docs: { description: 'Keep every import inside the plan of the house' } },
  create(context) {
    const place = locate(fromRoot(context.cwd, context.filename));
    const imports = eachImport(({ node, specifier, typeOnly }) => {
      const path = target(place.path, specifier);
      const message = path === undefined ? packageVerdict(place, specifier) : verdict(place, locate(path), typeOnly);
      if (message !== undefined) context.report({ node, message });
    });
    return {
      ...imports,
      Program(node: never) {
        const message = nameVerdict(place);
        if (message !== undefined) context.report({ node, message });
      },
    };
  },
};
