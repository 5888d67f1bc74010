import type { SessionView } from '#workspace/sign-in/wire.ts';

export interface Reply {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
  /** The body as JSON; undefined when it is none. */
  readonly json: unknown;
}

/** Keeps cookies, proves its changes and names its workspace, as the pages do. */
export class Browser {
  readonly cookies = new Map<string, string>();
  readonly #fetch: (request: Request) => Response | Promise<Response>;
  readonly #origin: string;
  readonly #address: string;
  csrf = '';
  workspace: string | undefined;

  constructor(fetch: (request: Request) => Response | Promise<Response>, origin: string, address: string) {
    this.#fetch = fetch;
    this.#origin = origin;
    this.#address = address;
  }

  /** One call; `headers` replace those the pages would send, an empty one takes it away. Bytes are sent as they are. */
  async call(
    method: string,
    path: string,
    body?: unknown,
    headers: Readonly<Record<string, string>> = {},
  ): Promise<Reply> {
    const init: RequestInit = { method, headers: this.#headers(method, headers), redirect: 'manual' };
    if (body !== undefined) init.body = body instanceof Uint8Array ? Uint8Array.from(body) : JSON.stringify(body);
    const response = await this.#fetch(new Request(this.#origin + path, init));
    for (const cookie of response.headers.getSetCookie()) this.#keep(cookie);
    const text = await response.text();
    return { status: response.status, headers: response.headers, text, json: jsonOf(text) };
  }

  /** One call of which only a short answer is read: streams and downloads are let go. */
  async knock(
    method: string,
    path: string,
    body?: unknown,
    headers: Readonly<Record<string, string>> = {},
  ): Promise<{ readonly status: number; readonly text: string }> {
    const init: RequestInit = { method, headers: this.#headers(method, headers), redirect: 'manual' };
    if (body !== undefined) init.body = JSON.stringify(body);
    const response = await this.#fetch(new Request(this.#origin + path, init));
    for (const cookie of response.headers.getSetCookie()) this.#keep(cookie);
    const isShort = response.headers.get('content-type')?.includes('json') === true;
    if (!isShort) await response.body?.cancel();
    return { status: response.status, text: isShort ? await response.text() : '' };
  }

  /** One call that must succeed; answers its body. */
  async must(method: string, path: string, body?: unknown): Promise<unknown> {
    const reply = await this.call(method, path, body);
    if (reply.status >= 400) throw new Error(`${method} ${path}: ${reply.status} ${reply.text}`);
    return reply.json;
  }

  /** Looks at the session, as every page does first; from then on changes are proven. */
  async look(): Promise<SessionView> {
    const view = (await this.must('GET', '/api/v1/session')) as SessionView;
    this.csrf = view.csrf;
    return view;
  }

  #headers(method: string, replaced: Readonly<Record<string, string>>): Headers {
    const headers = new Headers({ 'accept-language': 'fr', 'x-test-address': this.#address });
    if (this.cookies.size > 0) headers.set('cookie', [...this.cookies].map((pair) => pair.join('=')).join('; '));
    if (method !== 'GET') {
      headers.set('content-type', 'application/json');
      headers.set('origin', this.#origin);
      headers.set('x-passerelle-csrf', this.csrf);
    }
    if (this.workspace !== undefined) headers.set('x-passerelle-workspace', this.workspace);
    for (const [name, value] of Object.entries(replaced)) {
      if (value === '') headers.delete(name);
      else headers.set(name, value);
    }
    return headers;
  }

  #keep(cookie: string): void {
    const [pair = ''] = cookie.split(';');
    const at = pair.indexOf('=');
    const [name, value] = [pair.slice(0, at), pair.slice(at + 1)];
    if (value === '' || /max-age=0/i.test(cookie)) this.cookies.delete(name);
    else this.cookies.set(name, value);
  }
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
