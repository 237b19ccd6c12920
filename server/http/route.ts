import type { Request, Response, Router } from 'express';
import { ZodError, type ZodType } from 'zod';
import { type RouteBody, type RouteName, type RouteResponse, routes } from '../../shared/api/contract.ts';
import { AppError } from '../../shared/api/errors.ts';
import { fieldIssues } from '../../shared/api/field-issues.ts';
import type { Identity } from '../auth/identity.ts';
import type { User } from '../services/user-service.ts';

interface RouteContext<N extends RouteName> {
  /** Of the path. */
  params: Readonly<Record<string, string>>;
  body: RouteBody<N>;
  user: (typeof routes)[N] extends { method: 'GET' }
    ? Pick<User, 'id' | 'displayName' | 'colour'> | null
    : Pick<User, 'id' | 'displayName' | 'colour'>;
}

/**
 * Adds a route of the contract. The body has been checked when `handle` runs; whoever changes something has an identity by then,
 * and `guest: true` gives one to whoever merely asks.
 */
export function addRoute<N extends RouteName>(
  router: Router,
  identity: Identity,
  name: N,
  handle: (context: RouteContext<N>) => Promise<RouteResponse<N>>,
  options: { guest?: true; status?: number } = {},
): void {
  const route = routes[name];
  const answer = async (request: Request, response: Response) => {
    const context = {
      params: request.params,
      body: 'body' in route ? checked(route.body, request.body) : undefined,
      user: request.user ?? null,
    } as unknown as RouteContext<N>;
    response.status(options.status ?? 200).json(await handle(context));
  };
  if (route.method === 'GET') router.get(route.path, ...(options.guest ? [identity.required] : []), answer);
  else router[route.method === 'POST' ? 'post' : 'patch'](route.path, identity.required, answer);
}

function checked(schema: ZodType, input: unknown): unknown {
  try {
    return schema.parse(input);
  } catch (error) {
    if (!(error instanceof ZodError)) throw error;
    const issues = fieldIssues(error, input);
    throw new AppError('invalid-input', issues.map(({ path, rule }) => `${path || 'body'}: ${rule}`).join('; '), { issues, cause: error });
  }
}
