/** The few shapes of the linter's syntax tree that our rules look at (ESTree, as oxlint gives it). */
export interface Syntax {
  readonly type: string;
}

export interface Literal extends Syntax {
  readonly value: unknown;
}

interface Specifier extends Syntax {
  readonly importKind?: 'type' | 'value';
  readonly exportKind?: 'type' | 'value';
}

/** `import … from`, `export … from`, `import(…)` and `import('…').Type` alike. */
export interface ImportLike extends Syntax {
  readonly source: Literal | null;
  readonly importKind?: 'type' | 'value';
  readonly exportKind?: 'type' | 'value';
  readonly specifiers?: readonly Specifier[];
}

export interface RuleContext {
  readonly filename: string;
  readonly cwd: string;
  report(problem: { readonly node: Syntax; readonly message: string }): void;
}

export type Visitor = Readonly<Record<string, (node: never) => void>>;

export interface Rule {
  readonly meta: { readonly type: 'problem'; readonly docs: { readonly description: string } };
  create(context: RuleContext): Visitor;
}

export interface Import {
  readonly node: Syntax;
  readonly specifier: string;
  /** Erased before running: it carries shapes, not behaviour. */
  readonly typeOnly: boolean;
}

function isTypeOnly(node: ImportLike): boolean {
  if (node.type === 'TSImportType') return true;
  if (node.importKind === 'type' || node.exportKind === 'type') return true;
  const specifiers = node.specifiers ?? [];
  if (specifiers.length === 0) return false;
  return specifiers.every((one) => one.importKind === 'type' || one.exportKind === 'type');
}

/** Calls `seen` for every import and re-export of a file whose specifier is written out. */
export function eachImport(seen: (found: Import) => void): Visitor {
  const visit = (node: ImportLike): void => {
    const specifier = node.source?.value;
    if (typeof specifier === 'string') seen({ node, specifier, typeOnly: isTypeOnly(node) });
  };
  return {
    ImportDeclaration: visit,
    ExportNamedDeclaration: visit,
    ExportAllDeclaration: visit,
    ImportExpression: visit,
    TSImportType: visit,
  };
}
