import type { RouteBody, RouteName, RouteQuery, RouteResponse } from '../../shared/api/contract/contract.ts';
import { AppError, type ErrorBody, type ErrorCode } from '../../shared/api/errors.ts';
import { apiPaths } from '../../shared/api/contract/paths.ts';
import { searchOf } from '../store/search.ts';
import { serverTime } from '../store/server-time.ts';
import { say } from '../words/words.ts';

type Request<N extends RouteName> = {
  params?: Record<string, string>;
  /** The request applies only at this revision; otherwise `changed-meanwhile` is thrown. */
  revision?: number;
} & (RouteBody<N> extends undefined ? { body?: undefined } : { body: RouteBody<N> }) &
  (RouteQuery<N> extends undefined ? { query?: undefined } : { query: RouteQuery<N> });

/**
 * Calls a route of the contract, with cookies. The response is trusted to match the contract, since the server is ours.
 * @throws AppError with the server's code, message and issues, or `unavailable` without a response.
 */
export async function callApi<N extends RouteName>(name: N, request: Request<N>): Promise<RouteResponse<N>> {
  const { method, path } = apiPaths[name];
  const filled = path.replace(/:(\w+)/g, (_, key: string) => encodeURIComponent(request.params?.[key] ?? ''));
  let response: Response;
  try {
    response = await fetch(filled + searchOf(request.query ?? {}), {
      method,
      headers: {
        ...(request.body === undefined ? {} : { 'content-type': 'application/json' }),
        ...(request.revision === undefined ? {} : { 'if-match': `"${request.revision}"` }),
      },
      body: request.body === undefined ? undefined : JSON.stringify(request.body),
      credentials: 'same-origin',
    });
  } catch (cause) {
    throw new AppError('unavailable', say('The server does not answer. Check the connection and try again.'), { cause });
  }
  serverTime.hear(response.headers.get('date'));
  if (!response.ok) throw await refusalOf(response);
  return (await response.json()) as RouteResponse<N>;
}

/** The page builds the requests: if the server can't parse one, the user can't fix it. */
const forPrograms: ReadonlySet<ErrorCode> = new Set(['malformed-body', 'unsupported-media-type']);

async function refusalOf(response: Response): Promise<AppError> {
  const body = (await response.json().catch(() => null)) as ErrorBody | null;
  const fallback: ErrorCode = response.status === 404 ? 'not-found' : 'internal-error';
  if (!body?.error) return new AppError(fallback, say('The server answered with status {status}.', { status: response.status }));
  // The server's message is meant for programs.
  if (forPrograms.has(body.error.code))
    return new AppError(body.error.code, say('The page asked for something that the server does not understand. Reload the page.'));
  const { code, message, ...options } = body.error;
  return new AppError(code, message, options);
}
