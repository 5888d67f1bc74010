import type { z } from 'zod';
import type { Language } from '#kernel/language.ts';
import { say } from '#platform/i18n/index.ts';
import type { FieldProblem } from './problem.ts';
import type { Route } from './route.ts';

export const DEFAULT_BODY_LIMIT = 1024 * 1024;

export type Input =
  | { readonly ok: true; readonly params: unknown; readonly query: unknown; readonly body: unknown }
  | { readonly ok: false; readonly code: string; readonly limit?: number; readonly errors?: readonly FieldProblem[] };

/** Reads and checks what a request brings, by the route's schemas. A malformed path id is "not found", like a foreign one. */
export async function readInput(
  route: Route,
  request: Request,
  pathParams: Readonly<Record<string, string>>,
  language: Language,
): Promise<Input> {
  const params = route.params?.safeParse(pathParams);
  if (params !== undefined && !params.success) return { ok: false, code: 'http/not_found' };
  const query = route.query?.safeParse(queryOf(request.url));
  if (query !== undefined && !query.success) return badInput(query.error.issues, language);
  const body = await readBody(route, request, language);
  if (!body.ok) return body;
  return { ok: true, params: params?.data, query: query?.data, body: body.body };
}

/** Repeated keys become lists; an empty value counts as absent. */
function queryOf(url: string): Record<string, string | string[]> {
  const query: Record<string, string | string[]> = {};
  const search = new URL(url).searchParams;
  for (const key of new Set(search.keys())) {
    const values = search.getAll(key).filter((value) => value !== '');
    const first = values[0];
    if (first !== undefined) query[key] = values.length === 1 ? first : values;
  }
  return query;
}

type BodyInput = { readonly ok: true; readonly body: unknown } | Extract<Input, { ok: false }>;

async function readBody(route: Route, request: Request, language: Language): Promise<BodyInput> {
  if (route.body === undefined || route.bodyLimit === 'stream') return { ok: true, body: undefined };
  const limit = route.bodyLimit ?? DEFAULT_BODY_LIMIT;
  const text = await boundedText(request, limit);
  if (text === undefined) return { ok: false, code: 'http/too_big', limit };
  let json: unknown;
  try {
    json = text === '' ? undefined : JSON.parse(text);
  } catch {
    return { ok: false, code: 'http/bad_json' };
  }
  const body = route.body.safeParse(json);
  return body.success ? { ok: true, body: body.data } : badInput(body.error.issues, language);
}

/** The body as text, or undefined once more than `limit` real bytes have come, whatever the declared length said. */
async function boundedText(request: Request, limit: number): Promise<string | undefined> {
  if (request.body === null) return '';
  const body: AsyncIterable<Uint8Array> = request.body;
  const pieces: Uint8Array[] = [];
  let size = 0;
  for await (const piece of body) {
    size += piece.byteLength;
    if (size > limit) return undefined;
    pieces.push(piece);
  }
  return Buffer.concat(pieces).toString('utf8');
}

function badInput(issues: readonly z.core.$ZodIssue[], language: Language): Extract<Input, { ok: false }> {
  const errors = issues.flatMap((issue) =>
    pathsOf(issue).map((path) => ({
      path: path.map(String).join('.'),
      code: issue.code,
      detail: say(language, wordsOf(issue)),
    })),
  );
  return { ok: false, code: 'http/bad_input', errors: errors.slice(0, 20) };
}

/** Where the values are that do not fit; of fields nobody knows, the fields themselves and not what holds them. */
function pathsOf(issue: z.core.$ZodIssue): readonly (readonly PropertyKey[])[] {
  return issue.code === 'unrecognized_keys' ? issue.keys.map((key) => [...issue.path, key]) : [issue.path];
}

/** A refinement may name the words for what it refuses (`params: { say: 'value/zero_width' }`). */
function wordsOf(issue: z.core.$ZodIssue): string {
  const named: unknown = issue.code === 'custom' ? issue.params?.['say'] : undefined;
  return typeof named === 'string' ? named : `input/${issue.code}`;
}
