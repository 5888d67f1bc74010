import type { z } from 'zod';
import type { Actor, Asking } from '#kernel/actor.ts';
import type { Language } from '#kernel/language.ts';
import type { Refusal, Result } from '#kernel/result.ts';

type Method = 'get' | 'post' | 'put' | 'patch' | 'delete';
type Shape = z.ZodObject;
type Parsed<S> = S extends z.ZodType ? z.output<S> : undefined;

/** Bytes instead of JSON: downloads, exports, pictures. */
export interface Download {
  readonly body: AsyncIterable<Uint8Array | string>;
  readonly contentType: string;
  /** Offered as a file under this name; absent: shown in place. */
  readonly fileName?: string;
}

export interface Redirect {
  readonly redirectTo: string;
}

/** Headers to add to an answer (a session cookie, say). */
export type ExtraHeaders = readonly (readonly [name: string, value: string])[];

export type Answer<T> =
  | { readonly ok: true; readonly value: T; readonly status?: number; readonly headers?: ExtraHeaders }
  | { readonly ok: true; readonly download: Download }
  | ({ readonly ok: true; readonly headers?: ExtraHeaders } & Redirect)
  | { readonly ok: false; readonly refusal: Refusal };

/** What every handler gets; `raw` is the web request for the few that stream a body or read a header. */
interface CallBase<P, Q, B> {
  readonly params: P;
  readonly query: Q;
  readonly body: B;
  readonly language: Language;
  readonly raw: Request;
  /** The address of the peer, for rate limits and the sessions list. */
  readonly address: string;
}

/** A call outside any workspace (sign-in, health, first run). */
export interface DoorCall<P = undefined, Q = undefined, B = undefined> extends CallBase<P, Q, B> {
  readonly actor: Actor;
}

/** A call inside a workspace: the permission table has let it through. */
export interface WorkspaceCall<P = undefined, Q = undefined, B = undefined> extends CallBase<P, Q, B>, Asking {}

interface RouteWords<P, Q, B, A> {
  readonly method: Method;
  /** Written as in OpenAPI: /api/v1/members/{memberId}. */
  readonly path: string;
  readonly summary: string;
  readonly params?: P;
  readonly query?: Q;
  readonly body?: B;
  /** JSON bodies are refused above this many bytes (default 1 MiB); `stream` leaves the body unread to the handler. */
  readonly bodyLimit?: number | 'stream';
  /** The JSON answer; absent where the answer is a download, a redirect or nothing. */
  readonly answer?: A;
  /** Refusal codes this route may give that are not 422, with their status. */
  readonly statuses?: Readonly<Record<string, number>>;
}

/** A route as the router keeps it. */
export interface Route {
  readonly method: Method;
  readonly path: string;
  readonly summary: string;
  readonly inWorkspace: boolean;
  readonly params?: Shape;
  readonly query?: Shape;
  readonly body?: z.ZodType;
  readonly bodyLimit?: number | 'stream';
  readonly answer?: z.ZodType;
  readonly statuses?: Readonly<Record<string, number>>;
  handle(call: unknown): Promise<Answer<unknown>>;
}

/** A route inside a workspace: the handler gets a `scope` it can trust. */
export function inWorkspace<
  P extends Shape | undefined = undefined,
  Q extends Shape | undefined = undefined,
  B extends z.ZodType | undefined = undefined,
  A extends z.ZodType | undefined = undefined,
>(
  words: RouteWords<P, Q, B, A> & {
    handle(
      call: WorkspaceCall<Parsed<P>, Parsed<Q>, Parsed<B>>,
    ): Promise<Answer<A extends z.ZodType ? z.input<A> : unknown>>;
  },
): Route {
  return { ...words, inWorkspace: true } as unknown as Route;
}

/** A route outside any workspace. */
export function atDoor<
  P extends Shape | undefined = undefined,
  Q extends Shape | undefined = undefined,
  B extends z.ZodType | undefined = undefined,
  A extends z.ZodType | undefined = undefined,
>(
  words: RouteWords<P, Q, B, A> & {
    handle(
      call: DoorCall<Parsed<P>, Parsed<Q>, Parsed<B>>,
    ): Promise<Answer<A extends z.ZodType ? z.input<A> : unknown>>;
  },
): Route {
  return { ...words, inWorkspace: false } as unknown as Route;
}

/** The key of a route in the permission table: `GET /api/v1/members/{memberId}`. */
export function routeKey(route: Pick<Route, 'method' | 'path'>): string {
  return `${route.method.toUpperCase()} ${route.path}`;
}

export type { Refusal, Result };
