import { type RouteName, routes } from './contract.ts';
import type { ErrorCode } from '../errors.ts';
import { routeNotes } from './route-notes.ts';

/** Returns all refusals of a route, besides faults of the server. Most of them follow from the form of the route. */
export function errorsOf(name: RouteName): readonly ErrorCode[] {
  const route = routes[name];
  const { errors = [], conditional } = routeNotes[name];
  const [takesBody, takesQuery, takesPath] = ['body' in route, 'query' in route, route.path.includes('/:')];
  const isSafe = route.method === 'GET';
  const given: readonly (readonly [boolean, readonly ErrorCode[]])[] = [
    [takesBody || takesQuery || conditional === true, ['invalid-input']],
    // A path may contain a malformed percent escape.
    [takesBody || takesPath, ['malformed-body']],
    [takesBody, ['body-too-large', 'unsupported-media-type']],
    // A page of another origin may not change anything.
    [!isSafe, ['not-allowed']],
    [takesPath, ['not-found']],
    [conditional === true, ['changed-meanwhile']],
    [true, ['rate-limited', ...errors]],
  ];
  return [...new Set(given.flatMap(([applies, codes]) => (applies ? codes : [])))];
}
