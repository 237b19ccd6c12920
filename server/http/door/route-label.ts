import { apiPaths, apiPrefix } from '../../../shared/api/contract/paths.ts';
import { matchmakingPaths } from './matchmaking.ts';

interface Pattern {
  path: string;
  /** Null in place of a parameter. */
  segments: readonly (string | null)[];
}

const segmentsOf = (path: string) => path.split('/');

/** Routes that are not in the contract. */
const others = [
  { method: 'GET', path: '/healthz' },
  { method: 'GET', path: '/readyz' },
  { method: 'GET', path: '/oembed' },
  { method: 'GET', path: '/api' },
  { method: 'GET', path: `${apiPrefix}/openapi.json` },
  { method: 'GET', path: `${apiPrefix}/rooms/snapshots/:id` },
  { method: 'POST', path: `${apiPrefix}/rooms/snapshots/:id` },
  ...matchmakingPaths.map((path) => ({ method: 'POST', path: `${path}/:method/:roomName` })),
];

/** Patterns by method and number of segments, so that few are compared with a path. */
const patterns = new Map<string, Pattern[]>();
for (const { method, path } of [...Object.values(apiPaths), ...others]) {
  const segments = segmentsOf(path).map((segment) => (segment.startsWith(':') ? null : segment));
  const key = `${method} ${segments.length}`;
  patterns.set(key, [...(patterns.get(key) ?? []), { path, segments }]);
}
const parameters = ({ segments }: Pattern) => segments.filter((segment) => segment === null).length;
for (const alike of patterns.values()) alike.sort((one, other) => parameters(one) - parameters(other));

const methods: ReadonlySet<string> = new Set(['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS']);

/** Returns a method, or `other` for one that no route has: a caller may send any. */
export const methodLabel = (method: string): string => (methods.has(method) ? method : 'other');

/** A loop, since every request is compared with several patterns. */
function matches({ segments }: Pattern, given: readonly string[]): boolean {
  for (let at = segments.length - 1; at >= 0; at -= 1) if (segments[at] !== null && segments[at] !== given[at]) return false;
  return true;
}

/** Starts of paths that are neither pages nor files. */
const otherStarts = ['/api/', ...matchmakingPaths.map((path) => path.split(':', 1)[0]!)];

/** Returns the pattern of the path of a request; `asset` or `page` for a file or a page, and `other` for all else. Never the path itself. */
export function routeLabel(method: string, url: string): string {
  const path = url.split('?', 1)[0]!;
  const read = method === 'HEAD' ? 'GET' : method;
  const segments = segmentsOf(path);
  for (const pattern of patterns.get(`${read} ${segments.length}`) ?? []) if (matches(pattern, segments)) return pattern.path;
  if (read !== 'GET' || !path.startsWith('/') || otherStarts.some((start) => path.startsWith(start))) return 'other';
  return segments.at(-1)!.includes('.') ? 'asset' : 'page';
}
