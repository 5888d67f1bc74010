import type { Rule, Syntax } from './eslint.ts';
import { fromRoot, locate } from './locate.ts';

interface Named extends Syntax {
  readonly name?: string;
}

interface Member extends Syntax {
  readonly object: Named;
  readonly property: Named;
}

interface Call extends Syntax {
  readonly callee: Named & Partial<Member>;
  readonly arguments: readonly unknown[];
}

interface Text extends Syntax {
  readonly value: unknown;
}

interface Piece extends Syntax {
  readonly value: { readonly raw: string };
}

/** Every way SQL has to ask what time it is. */
export const SQL_CLOCK =
  /(?<![.\w])(now\s*\(\s*\)|current_(date|time|timestamp)\b|localtime(stamp)?\b|(clock|statement|transaction)_timestamp\s*\(|timeofday\s*\()/i;
const READERS: readonly string[] = ['Date.now', 'performance.now', 'Temporal.Now', 'process.hrtime'];
const OUTSIDE: ReadonlySet<string> = new Set(['tools', 'bench', 'e2e']);

/** Where the present may be asked: the two clocks, and what is not the product. */
function mayAsk(path: string): boolean {
  const place = locate(path);
  return (
    place.test ||
    OUTSIDE.has(place.room) ||
    path.startsWith('server/src/platform/clock/') ||
    path === 'web/src/app/clock.ts'
  );
}

const MESSAGE = 'time is an argument or an injected Clock (#platform/clock): the present is read nowhere else';

/** No reading of the present outside platform/clock, in code or in SQL. */
export const noClock: Rule = {
  meta: { type: 'problem', docs: { description: 'Take time as an argument' } },
  create(context) {
    if (mayAsk(fromRoot(context.cwd, context.filename))) return {};
    const refuse = (node: Syntax): void => context.report({ node, message: MESSAGE });
    return {
      MemberExpression(node: Member) {
        if (READERS.includes(`${node.object.name ?? ''}.${node.property.name ?? ''}`)) refuse(node);
      },
      NewExpression(node: Call) {
        if (node.callee.name === 'Date' && node.arguments.length === 0) refuse(node);
      },
      CallExpression(node: Call) {
        if (node.callee.name === 'Date') refuse(node);
        const [first] = node.arguments;
        const asked = typeof first === 'object' && first !== null && 'value' in first ? first.value : undefined;
        if (asked === 'now' && node.callee.property?.name === 'fn') refuse(node);
      },
      Literal(node: Text) {
        if (typeof node.value === 'string' && SQL_CLOCK.test(node.value)) refuse(node);
      },
      TemplateElement(node: Piece) {
        if (SQL_CLOCK.test(node.value.raw)) refuse(node);
      },
    };
  },
};
