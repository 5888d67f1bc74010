import { clip } from './characters.ts';
import type { Piece, Problem, ProblemCode, Raw } from './contract.ts';

/** Builds a problem; the excerpt is clipped and made storable (no NUL, no half character). */
export function problemOf(
  file: string,
  code: ProblemCode,
  where: { readonly line?: number | undefined; readonly excerpt?: string | undefined } = {},
): Problem {
  return {
    file,
    code,
    ...(where.line === undefined ? {} : { line: where.line }),
    ...(where.excerpt === undefined ? {} : { excerpt: clip(where.excerpt.replaceAll('\0', '\u2400').toWellFormed()) }),
  };
}

export function problemPiece(problem: Problem): Piece {
  return { type: 'problem', problem };
}

export function rawPiece(raw: Raw): Piece {
  return { type: 'raw', raw };
}

/** How to tell that `value` did not fit: `path` leads to the first field a schema complained of. */
export function misfit(value: unknown, path: readonly PropertyKey[]): 'missing_field' | 'wrong_shape' {
  let here = value;
  for (const step of path) {
    if (typeof here !== 'object' || here === null) return 'wrong_shape';
    here = Reflect.get(here, step);
  }
  return path.length > 0 && (here === undefined || here === null) ? 'missing_field' : 'wrong_shape';
}
