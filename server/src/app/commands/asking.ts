import type { z } from 'zod';
import type { By } from '#kernel/actor.ts';
import { FUNCTIONS } from '#kernel/actor.ts';
import type { Result } from '#kernel/result.ts';
import { no, yes } from '#kernel/result.ts';
import type { Scope } from '#kernel/scope.ts';
import { readInput } from '#platform/http/input.ts';
import type { Answer } from '#platform/http/index.ts';
import { routeKey } from '#platform/http/index.ts';
import type { PERMISSIONS } from '#app/permissions.ts';
import type { House } from '#app/house.ts';
import { terminalLanguage } from '#app/commands/terminal.ts';

/** Whoever runs the installation, as the record keeps him. */
export const BY: By = { kind: 'system', name: 'command line' };

export interface Question {
  readonly params?: Readonly<Record<string, string>>;
  /** Absent values are left out. */
  readonly query?: Readonly<Record<string, string | readonly string[] | undefined>>;
  readonly body?: object;
}

/**
 * Asks what a page would ask, in this process: the same route, with its checks of what comes in and its service. There
 * is no guard: whoever may open the data folder may do everything. `scope` is absent for routes at the door.
 */
export async function ask(
  house: House,
  scope: Scope | undefined,
  key: keyof typeof PERMISSIONS,
  question: Question = {},
): Promise<Answer<unknown>> {
  const route = house.routes.find((one) => routeKey(one) === key);
  if (route === undefined) throw new Error(`There is no route ${key}.`);
  const language = terminalLanguage();
  const raw = requestOf(route.method, question);
  const input = await readInput(route, raw, question.params ?? {}, language);
  if (!input.ok) return no(input.code, { fields: (input.errors ?? []).map((error) => error.path).join(', ') });
  const who = { by: BY, functions: FUNCTIONS, actor: { kind: 'operator', language } };
  return await route.handle({ ...input, ...who, scope, language, raw, address: '' });
}

/** Asks for a value: `whole` as the API gives it, `shown` what of it the command needs. */
export async function askFor<Shape extends z.ZodType>(
  house: House,
  scope: Scope | undefined,
  key: keyof typeof PERMISSIONS,
  shape: Shape,
  question?: Question,
): Promise<Result<{ readonly whole: unknown; readonly shown: z.output<Shape> }>> {
  const answer = await ask(house, scope, key, question);
  if (!answer.ok) return answer;
  if (!('value' in answer)) throw new Error(`${key} answers no value.`);
  return yes({ whole: answer.value, shown: shape.parse(answer.value) });
}

/** Addresses are made up: nothing is sent. */
function requestOf(method: string, { query = {}, body }: Question): Request {
  const url = new URL('http://command.line/');
  for (const [name, values] of Object.entries(query)) {
    for (const value of [values ?? []].flat()) url.searchParams.append(name, value);
  }
  const headers = { 'user-agent': 'Passerelle' };
  return new Request(url, {
    method: method.toUpperCase(),
    headers,
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
}
