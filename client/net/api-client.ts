import type { RouteBody, RouteName, RouteQuery, RouteResponse } from '../../shared/api/contract/contract.ts';
import { AppError, type ErrorBody, type ErrorCode } from '../../shared/api/errors.ts';
import { apiPaths } from '../../shared/api/contract/paths.ts';
import { searchOf } from '../store/search.ts';
import { serverTime } from '../store/server-time.ts';
import { say } from '../words/words.ts';

type Request<N extends RouteName> = {
  params?: Record<string, string>;
  /** Changes something only where it is at this revision: else `changed-meanwhile` is thrown. */
  revision?: number;
} & (RouteBody<N> extends undefined ? { body?: undefined } : { body: RouteBody<N> }) &
  (RouteQuery<N> extends undefined ? { query?: undefined } : { query: RouteQuery<N> });

/**
 * Calls a route of the contract. Cookies travel; answers are what the contract says, the server being ours.
 * @throws AppError with the server's code, message and issues, or `unavailable` when there was no answer.
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

/** Requests are written by the page: where the server can't read one, the person at it can't mend it. */
const forPrograms: ReadonlySet<ErrorCode> = new Set(['malformed-body', 'unsupported-media-type']);

async function refusalOf(response: Response): Promise<AppError> {
  const body = (await response.json().catch(() => null)) as ErrorBody | null;
  const fallback: ErrorCode = response.status === 404 ? 'not-found' : 'internal-error';
  if (!body?.error) return new AppError(fallback, say('The server answered with status {status}.', { status: response.status }));
  // What was wrong with it is a matter of programs.
  if (forPrograms.has(body.error.code))
    return new AppError(body.error.code, say('The page asked for something that the server does not understand. Reload the page.'));
  const { code, message, ...options } = body.error;
  return new AppError(code, message, options);
}
