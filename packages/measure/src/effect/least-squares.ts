export interface Fit {
  readonly coefficients: readonly number[];
  /** Σ of squared residuals. */
  readonly residual: number;
  /** ln |X'X|. */
  readonly logDeterminant: number;
  /** d'(X'X)⁻¹d: how far a combination d of the columns lies from what was seen. */
  readonly distance: (d: readonly number[]) => number;
}

type Matrix = readonly (readonly number[])[];

const at = (values: readonly number[] | undefined, place: number): number => values?.[place] ?? 0;

function dot(a: readonly number[], b: readonly number[]): number {
  let sum = 0;
  for (const [n, value] of a.entries()) sum += value * at(b, n);
  return sum;
}

/** Ordinary least squares of z on a few columns, by Cholesky. Undefined: some column says what others say. */
export function leastSquares(columns: Matrix, z: readonly number[]): Fit | undefined {
  const root = cholesky(columns.map((a) => columns.map((b) => dot(a, b))));
  if (root === undefined) return undefined;
  const half = forward(
    root,
    columns.map((column) => dot(column, z)),
  );
  const coefficients = backward(root, half);
  let residual = 0;
  for (const [n, value] of z.entries()) {
    const fitted = columns.reduce((sum, column, k) => sum + at(column, n) * at(coefficients, k), 0);
    residual += (value - fitted) ** 2;
  }
  const logDeterminant = root.reduce((sum, row, k) => sum + 2 * Math.log(at(row, k)), 0);
  return {
    coefficients,
    residual,
    logDeterminant,
    distance: (d) => {
      const turned = forward(root, d);
      return dot(turned, turned);
    },
  };
}

/** A column is taken for a copy of others when less than this share of it is its own. */
const OWN = 1e-12;

function cholesky(matrix: Matrix): Matrix | undefined {
  const root: number[][] = [];
  for (const [i, row] of matrix.entries()) {
    const next: number[] = [];
    for (let j = 0; j < i; j += 1) next.push((at(row, j) - dot(next, root[j] ?? [])) / at(root[j], j));
    const own = at(row, i) - dot(next, next);
    if (!(own > OWN * at(row, i))) return undefined;
    root.push([...next, Math.sqrt(own)]);
  }
  return root;
}

/** Solves L x = b. */
function forward(root: Matrix, b: readonly number[]): readonly number[] {
  const x: number[] = [];
  for (const [i, row] of root.entries()) x.push((at(b, i) - dot(x, row)) / at(row, i));
  return x;
}

/** Solves L'x = b. */
function backward(root: Matrix, b: readonly number[]): readonly number[] {
  const x = root.map(() => 0);
  for (let i = root.length - 1; i >= 0; i -= 1) {
    let sum = at(b, i);
    for (let j = i + 1; j < root.length; j += 1) sum -= at(root[j], i) * at(x, j);
    x[i] = sum / at(root[i], i);
  }
  return x;
}
