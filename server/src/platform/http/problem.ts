import type { Language } from '#kernel/language.ts';
import type { Refusal } from '#kernel/result.ts';
import { isSayable, say, sayDay } from '#platform/i18n/index.ts';

/** One value that does not fit, by its path in the input. */
export interface FieldProblem {
  readonly path: string;
  readonly code: string;
  readonly detail: string;
}

/** RFC 9457, plus the stable `code`; `detail` is already in the reader's language. */
export interface ProblemBody {
  readonly type: string;
  readonly title: string;
  readonly status: number;
  readonly code: string;
  readonly detail: string;
  readonly details?: Readonly<Record<string, string | number>>;
  readonly errors?: readonly FieldProblem[];
}

/** The status of a refusal when its route does not say otherwise: told by the last word of its code. */
const BY_LAST_WORD: Readonly<Record<string, number>> = {
  not_found: 404,
  sign_in_first: 401,
  not_allowed: 403,
  bad_origin: 403,
  bad_csrf: 403,
  too_many: 429,
  too_big: 413,
  stale: 409,
  already_exists: 409,
  bad_input: 400,
  bad_json: 400,
  broken: 500,
  busy: 503,
};

export function statusOf(code: string, statuses: Readonly<Record<string, number>> = {}): number {
  return statuses[code] ?? BY_LAST_WORD[code.slice(code.lastIndexOf('/') + 1)] ?? 422;
}

function titleOf(language: Language, status: number): string {
  const code = `http/title_${status}`;
  return say(language, isSayable(code) ? code : 'http/title_422');
}

export function problem(
  language: Language,
  refusal: Refusal,
  more: { readonly status?: number; readonly errors?: readonly FieldProblem[] } = {},
): Response {
  const status = more.status ?? statusOf(refusal.code);
  const body: ProblemBody = {
    type: `urn:passerelle:${refusal.code}`,
    title: titleOf(language, status),
    status,
    code: refusal.code,
    detail: say(language, refusal.code, spoken(language, refusal.details)),
    ...(refusal.details === undefined ? {} : { details: refusal.details }),
    ...(more.errors === undefined ? {} : { errors: more.errors }),
  };
  const headers = new Headers({ 'content-type': 'application/problem+json; charset=utf-8' });
  const wait = refusal.details?.['seconds'];
  if (status === 429 && wait !== undefined) headers.set('retry-after', String(wait));
  return new Response(JSON.stringify(body), { status, headers });
}

/** Details as a sentence says them: programs read days as they are, people do not. */
function spoken(language: Language, details: Refusal['details'] = {}): NonNullable<Refusal['details']> {
  const said = (value: string | number) =>
    typeof value === 'string' && /^\d{4}-\d{2}-\d{2}$/u.test(value) ? sayDay(language, value) : value;
  return Object.fromEntries(Object.entries(details).map(([name, value]) => [name, said(value)]));
}
