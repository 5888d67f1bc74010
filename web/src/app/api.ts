import type { Language } from '#kernel/language.ts';
import { Problem, problemOf, unreachable } from './problem.ts';

export { Problem } from './problem.ts';

/** Values of a query string; absent ones are left out, lists repeat the name. */
export type Query = Readonly<Record<string, string | number | boolean | readonly string[] | undefined>>;

/** What every call carries. Set by the shell: workspace from the address, proof of origin from the session. */
interface Carried {
  workspace: string | undefined;
  csrf: string | undefined;
  language: Language;
}

const carried: Carried = { workspace: undefined, csrf: undefined, language: 'fr' };
let signedOut: (() => void) | undefined;
let renewProof: (() => Promise<unknown>) | undefined;
let changed: (() => void) | undefined;

/** Tells the calls which workspace, proof of origin and language to carry from now on. */
export function carry(change: Partial<Carried>): void {
  Object.assign(carried, change);
}

/** What to do when the server says that nobody is signed in (401). */
export function onSignedOut(act: () => void): void {
  signedOut = act;
}

/** How to get the session's proof of origin anew: another tab may have signed in again and replaced it. */
export function onStaleProof(renew: () => Promise<unknown>): void {
  renewProof = renew;
}

/** Sends once more, with a proof of origin got anew, what was refused for its proof alone: nothing of it was done. */
async function withFreshProof<Answer>(send: () => Promise<Answer>): Promise<Answer> {
  try {
    return await send();
  } catch (error) {
    if (renewProof === undefined || !(error instanceof Problem) || error.code !== 'http/bad_csrf') throw error;
    await renewProof();
    return await send();
  }
}

/** What to do when something was changed, whatever it was. */
export function onChange(act: () => void): void {
  changed = act;
}

/** Headers of one call; `content` is the media type of the body. */
export function headersOf(content?: string): Record<string, string> {
  const headers: Record<string, string> = { accept: 'application/json', 'accept-language': carried.language };
  if (carried.workspace !== undefined) headers['x-passerelle-workspace'] = carried.workspace;
  if (carried.csrf !== undefined) headers['x-passerelle-csrf'] = carried.csrf;
  if (content !== undefined) headers['content-type'] = content;
  return headers;
}

/** The address of a call: `path` starts with a slash and is relative to `/api/v1`. */
export function addressOf(path: string, query: Query = {}): string {
  const search = new URLSearchParams();
  for (const [name, value] of Object.entries(query)) {
    if (value === undefined) continue;
    for (const one of typeof value === 'object' ? value : [value]) search.append(name, String(one));
  }
  const tail = search.toString();
  return `/api/v1${path}${tail === '' ? '' : `?${tail}`}`;
}

interface Options {
  readonly query?: Query;
  readonly signal?: AbortSignal;
}

/**
 * One call. Resolves to the JSON of the answer (`undefined` for 204), rejects with `Problem`, or with the browser's
 * AbortError when the caller gave up. The answer is trusted to have the wire type: server and page ship together.
 */
function call<Answer>(method: string, path: string, body?: unknown, options: Options = {}): Promise<Answer> {
  return withFreshProof(() => send<Answer>(method, path, body, options));
}

async function send<Answer>(method: string, path: string, body: unknown, options: Options): Promise<Answer> {
  const content = body === undefined ? undefined : 'application/json';
  const init: RequestInit = { method, headers: headersOf(content), credentials: 'same-origin' };
  if (body !== undefined) init.body = JSON.stringify(body);
  if (options.signal !== undefined) init.signal = options.signal;
  const response = await fetch(addressOf(path, options.query), init).catch((reason: unknown) => {
    if (options.signal?.aborted === true) throw reason;
    throw unreachable();
  });
  const answer = await answerOf<Answer>(response);
  if (method !== 'GET') changed?.();
  return answer;
}

async function answerOf<Answer>(response: Response): Promise<Answer> {
  if (response.ok) return (response.status === 204 ? undefined : await response.json()) as Answer;
  const problem = problemOf(response.status, await response.json().catch(() => undefined));
  if (problem.status === 401) signedOut?.();
  throw problem;
}

/** The server. `api.get<MemberView>('/members/42', { signal })`; paths are relative to `/api/v1`. */
export const api = {
  get: <Answer>(path: string, options?: Options) => call<Answer>('GET', path, undefined, options),
  post: <Answer>(path: string, body: unknown = {}, options?: Options) => call<Answer>('POST', path, body, options),
  put: <Answer>(path: string, body: unknown, options?: Options) => call<Answer>('PUT', path, body, options),
  patch: <Answer>(path: string, body: unknown, options?: Options) => call<Answer>('PATCH', path, body, options),
  delete: <Answer = void>(path: string, options?: Options) => call<Answer>('DELETE', path, undefined, options),
} as const;

/** How much of a file has left the browser. */
export interface Sent {
  readonly sent: number;
  readonly total: number;
}

interface Upload extends Options {
  readonly onProgress?: (progress: Sent) => void;
  readonly method?: 'POST' | 'PUT';
}

/**
 * Sends one file as the raw body. `fetch` cannot say how far an upload is, so this one is XMLHttpRequest.
 * Rejects with `Problem`; with an AbortError when `signal` fires.
 */
export function upload<Answer>(path: string, file: Blob, options: Upload = {}): Promise<Answer> {
  return withFreshProof(() => sendFile<Answer>(path, file, options));
}

function sendFile<Answer>(path: string, file: Blob, options: Upload): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.open(options.method ?? 'POST', addressOf(path, options.query));
    const headers = headersOf(file.type === '' ? 'application/octet-stream' : file.type);
    for (const [name, value] of Object.entries(headers)) request.setRequestHeader(name, value);
    request.upload.addEventListener('progress', ({ loaded, total }) => options.onProgress?.({ sent: loaded, total }));
    request.addEventListener('error', () => reject(unreachable()));
    request.addEventListener('abort', () => reject(new DOMException('upload given up', 'AbortError')));
    request.addEventListener('load', () => {
      const answer = new Response(request.status === 204 ? null : request.responseText, { status: request.status });
      answerOf<Answer>(answer).then(resolve, reject);
    });
    options.signal?.addEventListener('abort', () => request.abort());
    request.send(file);
  });
}
