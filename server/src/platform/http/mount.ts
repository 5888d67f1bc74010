import { randomUUID } from 'node:crypto';
import { Hono } from 'hono';
import type { Actor, By } from '#kernel/actor.ts';
import type { Language } from '#kernel/language.ts';
import { preferredLanguage } from '#kernel/language.ts';
import type { Refusal, Result } from '#kernel/result.ts';
import { say } from '#platform/i18n/index.ts';
import type { Log } from '#platform/log/index.ts';
import { downloadResponse, withHeaders } from './answer.ts';
import type { Input } from './input.ts';
import { readInput } from './input.ts';
import type { FieldProblem } from './problem.ts';
import { problem, statusOf } from './problem.ts';
import type { Answer, Route } from './route.ts';
import { routeKey } from './route.ts';

/** Who asks, or why he may not, and the language he is answered in either way: that of his account before his browser's. */
export interface Admission {
  readonly admitted: Result<Actor>;
  readonly language: Language;
}

/** Decides whether a request may reach a route, before anything of it is read. */
export interface Guard {
  admit(route: Route, request: Request, address: string): Promise<Admission>;
}

export interface MountDeps {
  readonly guard: Guard;
  readonly log: Log;
  /** The peer's address, trusted proxies taken into account. */
  addressOf(request: Request, env: unknown): string;
}

/** Puts the routes on a router: admit → read → handle → answer. */
export function mount(routes: readonly Route[], deps: MountDeps): Hono {
  const app = new Hono();
  for (const route of routes) {
    const path = route.path.replaceAll(/\{(\w+)\}/g, ':$1');
    app.on(route.method.toUpperCase(), path, (context) =>
      serve(
        route,
        context.req.raw,
        context.req.param() as Record<string, string>,
        deps,
        deps.addressOf(context.req.raw, context.env),
      ),
    );
  }
  app.all('/api/*', (context) =>
    problem(preferredLanguage(context.req.header('accept-language')), { code: 'http/not_found' }),
  );
  return app;
}

async function serve(
  route: Route,
  request: Request,
  pathParams: Readonly<Record<string, string>>,
  deps: MountDeps,
  address: string,
): Promise<Response> {
  let language = preferredLanguage(request.headers.get('accept-language') ?? undefined);
  try {
    const admission = await deps.guard.admit(route, request, address);
    language = admission.language;
    const { admitted } = admission;
    if (!admitted.ok) return refuse(language, admitted.refusal, route);
    const actor = admitted.value;
    const input = await readInput(route, request, pathParams, language);
    if (!input.ok) return refuseInput(language, input);
    const call = { ...input, language, raw: request, address, actor, ...placeInWorkspace(actor) };
    return respond(await route.handle(call), language, route);
  } catch (error) {
    const id = randomUUID().slice(0, 8);
    deps.log.error('request broke', { route: routeKey(route), incident: id, error });
    return problem(language, { code: 'http/broken', details: { id } });
  }
}

/** Scope and author for routes inside a workspace; the guard has refused actors that have none. */
function placeInWorkspace(actor: Actor): object {
  if (actor.kind === 'key') {
    return { scope: actor.scope, by: { kind: 'key', keyId: actor.keyId } satisfies By, functions: [] };
  }
  if (actor.kind === 'person' && actor.seat !== undefined) {
    const { scope, colleagueId, functions } = actor.seat;
    return { scope, by: { kind: 'person', colleagueId } satisfies By, functions };
  }
  return {};
}

function refuse(language: Language, refusal: Refusal, route: Route): Response {
  return problem(language, refusal, { status: statusOf(refusal.code, route.statuses) });
}

function refuseInput(language: Language, input: Extract<Input, { ok: false }>): Response {
  const errors: readonly FieldProblem[] = input.errors ?? [];
  const details: Record<string, string | number> = {};
  // One field may be wrong in several ways.
  const paths = new Set(errors.map(({ path }) => path || say(language, 'http/whole_input')));
  if (paths.size > 0) details['fields'] = [...paths].join(', ');
  if (input.limit !== undefined) details['limit'] = input.limit;
  return problem(language, { code: input.code, details }, errors.length > 0 ? { errors } : {});
}

function respond(answer: Answer<unknown>, language: Language, route: Route): Response {
  if (!answer.ok) return refuse(language, answer.refusal, route);
  if ('download' in answer) return downloadResponse(answer.download);
  if ('redirectTo' in answer) {
    return withHeaders(new Response(null, { status: 303, headers: { location: answer.redirectTo } }), answer.headers);
  }
  if (answer.value === undefined) return withHeaders(new Response(null, { status: 204 }), answer.headers);
  const response = Response.json(answer.value, { status: answer.status ?? 200 });
  return withHeaders(response, answer.headers);
}
