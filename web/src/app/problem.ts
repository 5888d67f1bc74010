/** One field that the server refused; `path` as in the request body, `detail` in the reader's language. */
export interface FieldProblem {
  readonly path: string;
  readonly code: string;
  readonly detail: string;
}

interface ProblemShape {
  readonly status: number;
  readonly code: string;
  readonly title: string;
  readonly detail: string;
  readonly errors: readonly FieldProblem[];
}

/**
 * A refusal of the server (problem+json), or of the network. `code` is stable; `detail` is already in the reader's
 * language, and empty when the browser never got an answer (`network/unreachable`): the interface then has words.
 */
export class Problem extends Error {
  readonly status: number;
  readonly code: string;
  readonly title: string;
  readonly detail: string;
  readonly errors: readonly FieldProblem[];

  constructor(shape: ProblemShape) {
    super(shape.detail === '' ? shape.code : shape.detail);
    this.name = 'Problem';
    this.status = shape.status;
    this.code = shape.code;
    this.title = shape.title;
    this.detail = shape.detail;
    this.errors = shape.errors;
  }

  /** What the server says about one field of a form. */
  about(path: string): string | undefined {
    return this.errors.find((error) => error.path === path)?.detail;
  }
}

/** True when trying again may help: the network or the server failed, not the wish. */
export function mayRetry(error: unknown): boolean {
  if (!(error instanceof Problem)) return false;
  return error.status === 0 || error.status >= 500 || error.status === 429;
}

/** No answer came: offline, refused connection, or a name that does not resolve. */
export function unreachable(): Problem {
  return new Problem({ status: 0, code: 'network/unreachable', title: '', detail: '', errors: [] });
}

/** Reads a problem+json body; any other body (a proxy's HTML page) becomes `http/<status>`. */
export function problemOf(status: number, body: unknown): Problem {
  const shape: Record<string, unknown> = isRecord(body) ? body : {};
  const text = (name: string): string => (typeof shape[name] === 'string' ? shape[name] : '');
  const code = text('code');
  return new Problem({
    status,
    code: code === '' ? `http/${status}` : code,
    title: text('title'),
    detail: text('detail'),
    errors: Array.isArray(shape['errors']) ? shape['errors'].filter(isFieldProblem) : [],
  });
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}

function isFieldProblem(value: unknown): value is FieldProblem {
  return isRecord(value) && typeof value['path'] === 'string' && typeof value['detail'] === 'string';
}
