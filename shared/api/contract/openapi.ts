import { z } from 'zod';
import { bodyLimits, bodyTypes } from '../body-limits.ts';
import { type RouteName, routes } from './contract.ts';
import { type ErrorCode, errorCodes } from '../errors.ts';
import { bodyOf, type JsonSchema, nameSchemas } from './openapi-schemas.ts';
import { isPathParameter, pathParameters } from './path-parameters.ts';
import { overallRate, type Rate } from '../rates.ts';
import { errorsOf } from './route-errors.ts';
import { routeNotes } from './route-notes.ts';

interface Parameter {
  name: string;
  in: 'path' | 'query' | 'header';
  required: boolean;
  description?: string;
  schema: JsonSchema;
}

export interface DescribedAnswer {
  description: string;
  headers?: Record<string, { description: string; schema: JsonSchema }>;
  content?: Content;
}

/** Schemas by media type; a message has one of them. */
type Content = Record<string, { schema: JsonSchema }>;

export interface Operation {
  operationId: RouteName;
  tags: [string];
  summary: string;
  security: Record<string, string[]>[];
  parameters: Parameter[];
  requestBody?: { required: true; description: string; content: Content };
  responses: Record<string, DescribedAnswer>;
  'x-rate-limits': (Rate & { per: 'address' | 'account' })[];
}

export interface OpenApiDocument {
  openapi: '3.1.0';
  info: { title: string; version: string; description: string };
  paths: Record<string, Record<string, Operation>>;
  components: { schemas: Record<string, JsonSchema>; securitySchemes: Record<string, JsonSchema> };
}

const contentOf = (kind: keyof typeof bodyTypes, schema: JsonSchema): Content => ({ [bodyTypes[kind]]: { schema } });
const text: JsonSchema = { type: 'string' };
const tagHeader = { ETag: { description: 'Strong entity tag of this answer.', schema: text } };
const waitHeader = { 'Retry-After': { description: 'Seconds to wait.', schema: { type: 'integer', minimum: 1 } } };

/** Returns the API as an OpenAPI document, derived from the contract alone. */
export function describeApi(): OpenApiDocument {
  const schemas = nameSchemas();
  const paths: OpenApiDocument['paths'] = {};
  for (const name of Object.keys(routes) as RouteName[]) {
    const { method, path } = routes[name];
    const at = path.replace(/:(\w+)/g, '{$1}');
    paths[at] = { ...paths[at], [method.toLowerCase()]: operationOf(name, schemas) };
  }
  return {
    openapi: '3.1.0',
    info: {
      title: 'Harmonic Universe',
      version: '1',
      description:
        'Universes, their parameters and their users. A request without a cookie to a route that needs a user makes a guest and returns a ' +
        'cookie. Something that the caller may not see answers 404, as if it did not exist. Any route may also answer 500 or 503, with the ' +
        'same body as other refusals, when something is wrong on the server. The `reason` and `params` of a refusal are stable; its `message` ' +
        'is English and may change.',
    },
    paths,
    components: {
      schemas: schemas.components,
      securitySchemes: { session: { type: 'apiKey', in: 'cookie', name: 'harmonic.session' } },
    },
  };
}

function operationOf(name: RouteName, schemas: ReturnType<typeof nameSchemas>): Operation {
  const { section, says, status = 200, tagged, body = 'usual', answer = 'usual', rate } = routeNotes[name];
  const content = contentOf(answer, schemas.answerOf(name));
  const success: DescribedAnswer = { description: 'Done.', ...(tagged ? { headers: tagHeader } : {}), content };
  const limits: Operation['x-rate-limits'] = [{ per: 'address', ...overallRate }];
  if (rate) limits.push({ per: 'address', ...rate.perAddress });
  if (rate?.perAccount) limits.push({ per: 'account', ...rate.perAccount });
  const most = bodyLimits[body];
  return {
    operationId: name,
    tags: [section],
    summary: says,
    security: [{ session: [] }, {}],
    parameters: parametersOf(name),
    ...(bodyOf(name)
      ? { requestBody: { required: true, description: `At most ${most / 1024} KiB.`, content: contentOf(body, schemas.bodyOf(name)) } }
      : {}),
    responses: {
      [status]: success,
      ...(tagged && routes[name].method === 'GET'
        ? { 304: { description: 'Unchanged since the tag that was sent.', headers: tagHeader } }
        : {}),
      ...refusalsOf(name),
    },
    'x-rate-limits': limits,
  };
}

function parametersOf(name: RouteName): Parameter[] {
  const route = routes[name];
  const inPath = [...route.path.matchAll(/:(\w+)/g)].map(([, parameter]) => parameter!).filter(isPathParameter);
  const query = 'query' in route ? (schemaOf(route.query) as { properties?: Record<string, JsonSchema> }).properties : undefined;
  return [
    ...inPath.map((key): Parameter => {
      const { description, ...schema } = schemaOf(pathParameters[key]);
      return { name: key, in: 'path', required: true, description: String(description), schema };
    }),
    ...Object.entries(query ?? {}).map(([key, schema]): Parameter => ({ name: key, in: 'query', required: false, schema })),
    ...(routeNotes[name].conditional
      ? [
          {
            name: 'If-Match',
            in: 'header' as const,
            required: false,
            description: 'Entity tags that the present state has to match.',
            schema: text,
          },
        ]
      : []),
  ];
}

function schemaOf(schema: z.ZodType): JsonSchema {
  const { $schema: _, ...rest } = z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' });
  return rest;
}

/** Returns the refusals of a route by status, with the codes of each. */
function refusalsOf(name: RouteName): Record<string, DescribedAnswer> {
  const byStatus = Map.groupBy(errorsOf(name), (code) => errorCodes[code]);
  return Object.fromEntries([...byStatus].map(([status, codes]) => [status, refusal(codes)]));
}

function refusal(codes: readonly ErrorCode[]): DescribedAnswer {
  const narrowed = { type: 'object', properties: { error: { type: 'object', properties: { code: { enum: codes } } } } };
  return {
    description: codes.join(', '),
    ...(codes.includes('rate-limited') ? { headers: waitHeader } : {}),
    content: contentOf('usual', { allOf: [{ $ref: '#/components/schemas/Error' }, narrowed] }),
  };
}
