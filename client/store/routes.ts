import {
  type AccountPage,
  accountPages,
  embedPage,
  invitePage,
  peoplePage,
  providerPage,
  templatesPage,
} from '../../shared/api/contract/pages.ts';

/** Where one is. */
export type Route =
  | { page: 'gallery' }
  /** Makes a universe of one's own, from a template or from nothing. */
  | { page: 'open'; templateId: string | null }
  | { page: 'universe'; id: string; watching: boolean }
  /** A universe by itself, within a page of others. */
  | { page: typeof embedPage; id: string }
  | { page: AccountPage }
  | { page: 'person'; id: string }
  /** Edits a template of one's own. */
  | { page: 'template'; id: string }
  /** Takes an invitation: its secret follows the # of the address, which no server is told. */
  | { page: typeof invitePage }
  /** Comes back from a provider, with what it says in the address. */
  | { page: typeof providerPage; provider: string }
  | { page: 'not-found'; what: string };

/** The route of a path. */
export function routeOf(path: string): Route {
  const parts = path.split('/').filter((part) => part !== '');
  if (parts.length === 0) return { page: 'gallery' };
  if (parts[0] === 'new' && parts.length === 1) return { page: 'open', templateId: null };
  if (parts[0] === 'new' && parts.length === 2) return { page: 'open', templateId: decodeURIComponent(parts[1]) };
  if (parts[0] === 'u' && parts.length === 2) return { page: 'universe', id: decodeURIComponent(parts[1]), watching: false };
  if (parts[0] === 'u' && parts.length === 3 && parts[2] === 'watch') {
    return { page: 'universe', id: decodeURIComponent(parts[1]), watching: true };
  }
  if (parts[0] === embedPage && parts.length === 2) return { page: embedPage, id: decodeURIComponent(parts[1]) };
  if (parts[0] === peoplePage && parts.length === 2) return { page: 'person', id: decodeURIComponent(parts[1]) };
  if (parts[0] === providerPage && parts.length === 2) return { page: providerPage, provider: decodeURIComponent(parts[1]) };
  if (parts[0] === templatesPage && parts.length === 3 && parts[2] === 'edit')
    return { page: 'template', id: decodeURIComponent(parts[1]) };
  if (parts[0] === invitePage && parts.length === 1) return { page: invitePage };
  const accountPage = accountPages.find((page) => parts.length === 1 && page === parts[0]);
  return accountPage ? { page: accountPage } : { page: 'not-found', what: 'page' };
}

/** The path of a universe. */
export function universePath(id: string, watching = false): string {
  return `/u/${encodeURIComponent(id)}${watching ? '/watch' : ''}`;
}

/** The path of what everybody may know of somebody. */
export function personPath(id: string): string {
  return `/${peoplePage}/${encodeURIComponent(id)}`;
}

/** The path where a template of one's own is edited. */
export function templatePath(id: string): string {
  return `/${templatesPage}/${encodeURIComponent(id)}/edit`;
}

/** The path that makes a universe of a template. */
export function beginPath(templateId: string): string {
  return `/new/${encodeURIComponent(templateId)}`;
}

/** The path of an invitation, with its secret. */
export function invitationPath(secret: string): string {
  return `/${invitePage}#${secret}`;
}
