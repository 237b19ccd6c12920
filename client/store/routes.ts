/** Where one is. */
export type Route =
  | { page: 'gallery' }
  /** Opens a template: makes a universe of one's own from it. */
  | { page: 'open'; templateId: string }
  | { page: 'universe'; id: string; watching: boolean }
  | { page: 'not-found'; what: string };

/** The route of a path. */
export function routeOf(path: string): Route {
  const parts = path.split('/').filter((part) => part !== '');
  if (parts.length === 0) return { page: 'gallery' };
  if (parts[0] === 'new' && parts.length === 2) return { page: 'open', templateId: decodeURIComponent(parts[1]) };
  if (parts[0] === 'u' && parts.length === 2) return { page: 'universe', id: decodeURIComponent(parts[1]), watching: false };
  if (parts[0] === 'u' && parts.length === 3 && parts[2] === 'watch') {
    return { page: 'universe', id: decodeURIComponent(parts[1]), watching: true };
  }
  return { page: 'not-found', what: 'page' };
}

/** The path of a universe. */
export function universePath(id: string, watching = false): string {
  return `/u/${encodeURIComponent(id)}${watching ? '/watch' : ''}`;
}
