import type { Rule, Syntax } from './eslint.ts';
import { fromRoot, locate } from './locate.ts';
import { SLICED } from './rooms.ts';

interface TypeReference extends Syntax {
  readonly typeName?: { readonly name?: string };
}

interface Parameter extends Syntax {
  readonly typeAnnotation?: { readonly typeAnnotation: TypeReference } | null;
  /** The parameter itself, where it has a default. */
  readonly left?: Parameter;
}

interface Declaration extends Syntax {
  readonly id?: { readonly name?: string } | null;
  readonly params?: readonly Parameter[];
  readonly declarations?: readonly Declarator[];
}

interface Declarator extends Syntax {
  readonly id: { readonly name?: string };
  readonly init: Declaration | null;
}

interface Export extends Syntax {
  readonly declaration?: Declaration | null;
  readonly specifiers?: readonly { readonly local: { readonly name?: string } }[];
  readonly source?: unknown;
}

interface Program extends Syntax {
  readonly body: readonly Syntax[];
}

const QUERYING: ReadonlySet<string> = new Set(['store', 'views', 'lookup']);
const FUNCTIONS: ReadonlySet<string> = new Set([
  'FunctionDeclaration',
  'TSDeclareFunction',
  'FunctionExpression',
  'ArrowFunctionExpression',
]);
const HIDING: ReadonlySet<string> = new Set(['ClassDeclaration', 'ClassExpression', 'ObjectExpression']);

function typeName(parameter: Parameter): string | undefined {
  return (parameter.left ?? parameter).typeAnnotation?.typeAnnotation.typeName?.name;
}

/** The named values a statement declares, whether it exports them or not. */
function declared(statement: Export & Declaration): readonly (readonly [name: string, value: Declaration])[] {
  const declaration = statement.declaration ?? statement;
  if (declaration.declarations !== undefined) {
    return declaration.declarations.flatMap(({ id, init }) => (init === null ? [] : [[id.name ?? '', init] as const]));
  }
  return [[declaration.id?.name ?? '', declaration]];
}

function exportedNames(body: readonly (Export & Declaration)[]): ReadonlySet<string> {
  const names = new Set<string>();
  for (const statement of body) {
    if (!statement.type.startsWith('Export') || statement.source) continue;
    if (statement.declaration) for (const [name] of declared(statement)) names.add(name);
    for (const { local } of statement.specifiers ?? []) names.add(local.name ?? '');
  }
  return names;
}

/** No query without a workspace: what store, views and lookup export takes a `Scoped`. */
export const scope: Rule = {
  meta: { type: 'problem', docs: { description: 'Let no query forget its workspace' } },
  create(context) {
    const place = locate(fromRoot(context.cwd, context.filename));
    if (place.area !== 'server' || !SLICED.has(place.room) || place.test || !QUERYING.has(place.role)) return {};
    const accepted = place.room === 'workspace' ? ['Scoped', 'Installation'] : ['Scoped'];
    const problemOf = (value: Declaration, name: string): string | undefined => {
      if (HIDING.has(value.type)) return `${name} hides its queries: export plain functions that take a Scoped`;
      if (!FUNCTIONS.has(value.type)) return undefined;
      if ((value.params ?? []).some((one) => accepted.includes(typeName(one) ?? ''))) return undefined;
      return `${name} must take a parameter of type ${accepted.join(' or ')}: no query without its workspace`;
    };
    return {
      Program(program: Program) {
        const body = program.body as readonly (Export & Declaration)[];
        const names = exportedNames(body);
        for (const [name, value] of body.flatMap(declared)) {
          const message = names.has(name) ? problemOf(value, name) : undefined;
          if (message !== undefined) context.report({ node: value, message });
        }
      },
    };
  },
};
