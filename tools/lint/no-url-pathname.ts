import type { Rule, Syntax } from './eslint.ts';

interface Member extends Syntax {
  readonly object: Syntax & { readonly callee?: { readonly name?: string }; readonly arguments?: readonly Syntax[] };
  readonly property: { readonly name?: string };
}

interface MetaUrl extends Syntax {
  readonly object?: Syntax;
  readonly property?: { readonly name?: string };
}

function isModuleAddress(node: MetaUrl | undefined): boolean {
  return node?.object?.type === 'MetaProperty' && node.property?.name === 'url';
}

/** `new URL('…', import.meta.url).pathname` is no path: in a folder with a space or an accent it names nothing. */
export const noUrlPathname: Rule = {
  meta: { type: 'problem', docs: { description: 'Make paths of files from import.meta.dirname or fileURLToPath' } },
  create(context) {
    return {
      MemberExpression(node: Member) {
        const { object, property } = node;
        if (property.name !== 'pathname' || object.type !== 'NewExpression' || object.callee?.name !== 'URL') return;
        if (!object.arguments?.some(isModuleAddress)) return;
        context.report({
          node,
          message: 'not a path where a folder has a space or an accent: use import.meta.dirname',
        });
      },
    };
  },
};
