import { z } from 'zod';
import type { Route } from './route.ts';

/** The OpenAPI 3.1 description of the routes, straight from their schemas (JSON Schema 2020-12 is what 3.1 speaks). */
export function openApi(routes: readonly Route[], version: string): object {
  const paths: Record<string, Record<string, object>> = {};
  const named: Named = {};
  for (const route of routes) {
    if (!route.path.startsWith('/api/v1/')) continue;
    (paths[route.path] ??= {})[route.method] = operation(route, named);
  }
  return {
    openapi: '3.1.0',
    info: { title: 'Passerelle', version, license: { name: 'MIT', identifier: 'MIT' } },
    components: {
      securitySchemes: {
        key: { type: 'http', scheme: 'bearer', description: 'An API key of a workspace.' },
        session: { type: 'apiKey', in: 'cookie', name: 'passerelle_session' },
      },
      schemas: named,
    },
    paths,
  };
}

/** Schemas that have a name (`id` of their meta): told once, and called by it from wherever they are held. */
type Named = Record<string, object>;

function operation(route: Route, named: Named): object {
  const parameters = [...parametersOf(route.params, 'path', named), ...parametersOf(route.query, 'query', named)];
  return {
    summary: route.summary,
    security: [{ key: [] }, { session: [] }],
    ...(parameters.length === 0 ? {} : { parameters }),
    ...(route.body === undefined
      ? {}
      : {
          requestBody: {
            required: true,
            content: { 'application/json': { schema: schemaOf(route.body, 'input', named) } },
          },
        }),
    responses: {
      '200': {
        description: 'OK',
        ...(route.answer === undefined
          ? {}
          : { content: { 'application/json': { schema: schemaOf(route.answer, 'output', named) } } }),
      },
      default: { description: 'Problem (RFC 9457)', content: { 'application/problem+json': {} } },
    },
  };
}

function parametersOf(shape: z.ZodObject | undefined, place: 'path' | 'query', named: Named): object[] {
  if (shape === undefined) return [];
  const fields: Readonly<Record<string, z.ZodType>> = shape.shape;
  return Object.entries(fields).map(([name, schema]) => ({
    name,
    in: place,
    required: place === 'path' || !schema.safeParse(undefined).success,
    schema: schemaOf(schema, 'input', named),
  }));
}

function schemaOf(schema: z.core.$ZodType, io: 'input' | 'output', named: Named): object {
  const told = JSON.stringify(z.toJSONSchema(schema, { io, unrepresentable: 'any' }));
  // What is named lies beside the schema there, and beside all schemas here.
  const moved: unknown = JSON.parse(told.replaceAll('"#/$defs/', '"#/components/schemas/'));
  const { $schema: _, $defs, ...described } = Described.parse(moved);
  Object.assign(named, $defs);
  return described;
}

const Described = z.looseObject({
  $schema: z.string().optional(),
  $defs: z.record(z.string(), z.looseObject({})).optional(),
});
