import type { Request, Response, Router } from 'express';
import { ZodError, type ZodType } from 'zod';
import { bodyTypes } from '../../../shared/api/body-limits.ts';
import { type CheckedBody, type CheckedQuery, type RouteName, type RouteResponse, routes } from '../../../shared/api/contract/contract.ts';
import { fieldIssues, textIssue } from '../../../shared/api/field-issues.ts';
import { routeNotes } from '../../../shared/api/contract/route-notes.ts';
import { refuseFields } from '../../../shared/refusals/refuse.ts';
import type { Identity } from '../../auth/identity-contract.ts';

import type { User } from '../../services/accounts/user-service.ts';
import { hasAlready, type Tagging, tagOfSent } from './entity-tags.ts';
import { limitAccount, limitNewGuests } from './limits.ts';
import { markWrite } from './own-writes.ts';

interface RouteContext<N extends RouteName, U extends User | null> {
  /** Parameters of the path. */
  params: Readonly<Record<string, string>>;
  body: CheckedBody<N>;
  query: CheckedQuery<N>;
  user: U;
  /** For access to the session. */
  request: Request;
  /** For setting headers. */
  response: Response;
  /** Gives the answer a strong tag. */
  tag: (tagging: Tagging) => void;
}

type Handler<N extends RouteName, U extends User | null> = (context: RouteContext<N, U>) => Promise<RouteResponse<N>>;

const verbs = { GET: 'get', POST: 'post', PUT: 'put', PATCH: 'patch', DELETE: 'delete' } as const;

/** Adds a route of the contract. `handle` runs after query and body are checked; a stranger is a guest by then. */
export function addRoute<N extends RouteName>(router: Router, identity: Identity, name: N, handle: Handler<N, User>): void {
  const { method, path } = routes[name];
  const keeping = method === 'GET' ? null : keepingFor(identity);
  router[verbs[method]](path, identity.required, answering(name, handle as Handler<N, User | null>, keeping));
}

/** Adds a route of the contract that creates no guest: a stranger's `user` is null. It stores nothing that refers to the caller. */
export function addOpenRoute<N extends RouteName>(router: Router, name: N, handle: Handler<N, User | null>): void {
  const { method, path } = routes[name];
  router[verbs[method]](path, answering(name, handle, null));
}

/** Adds a route that creates no guest for strangers, and stores something that refers to the caller. */
export function addKeepingRoute<N extends RouteName>(router: Router, identity: Identity, name: N, handle: Handler<N, User | null>): void {
  const { method, path } = routes[name];
  const keeping = keepingFor(identity);
  router[verbs[method]](
    path,
    answering(name, handle, (request, act) => (request.user ? keeping(request, act) : act(null))),
  );
}

type Keeping = <T>(request: Request, act: (user: User | null) => Promise<T>) => Promise<T>;

const keepingFor =
  (identity: Identity): Keeping =>
  (request, act) =>
    identity.keeping(request, act, () => limitNewGuests(request));

function answering<N extends RouteName>(name: N, handle: Handler<N, User | null>, keeping: Keeping | null) {
  const { status = 200, rate, answer: kind = 'usual' } = routeNotes[name];
  const holdBack = rate && limitAccount(name, rate);
  const route = routes[name];
  const bodySchema = ({ params }: Request) =>
    'bodyFor' in route ? route.bodyFor(params as Record<string, string>) : (route as { body: ZodType }).body;
  return async (request: Request, response: Response) => {
    let tagging: Tagging | undefined;
    const context = {
      params: request.params,
      body: 'body' in route ? checked(bodySchema(request), request.body ?? {}, 'shows' in route ? route.shows : undefined) : undefined,
      query: 'query' in route ? checked(route.query, request.query) : undefined,
      user: request.user ?? null,
      request,
      response,
      tag: (wanted: Tagging) => void (tagging = wanted),
    } as unknown as RouteContext<N, User | null>;
    await holdBack?.(request, context.body);
    const answer = await (keeping ? keeping(request, (user) => handle({ ...context, user })) : handle(context));
    await markWrite(response);
    const sent = answer instanceof Uint8Array ? Buffer.from(answer) : JSON.stringify(answer);
    response.status(status);
    if (tagging !== undefined) {
      const tag = tagOfSent(sent, tagging);
      response.set('ETag', tag);
      if (hasAlready(request, tag)) return void response.status(304).end();
    }
    response.type(bodyTypes[kind]).send(sent);
  };
}

/** @throws AppError `invalid-input` naming path, rule and value of all that does not fit. */
export function checked(schema: ZodType, input: unknown, shows?: readonly string[]): unknown {
  const issue = input instanceof Uint8Array ? null : textIssue(input, shows);
  if (issue) throw refuseFields([issue]);
  try {
    return schema.parse(input);
  } catch (error) {
    if (!(error instanceof ZodError)) throw error;
    throw refuseFields(fieldIssues(error, input, shows), error);
  }
}
