import {
  type AccountPage,
  accountPages,
  adminPage,
  embedPage,
  invitePage,
  profilePage,
  providerPage,
  templatesPage,
} from '../../shared/api/contract/pages.ts';

/** The page that the address names. */
export type Route =
  | { page: 'gallery' }
  /** Creates a universe, from a template or empty. */
  | { page: 'open'; templateId: string | null }
  | { page: 'universe'; id: string; watching: boolean }
  /** An embedded universe, within a page of another site. */
  | { page: typeof embedPage; id: string }
  | { page: AccountPage }
  | { page: 'person'; id: string }
  /** Edits a user template. */
  | { page: 'template'; id: string }
  /** Accepts an invitation: its secret follows the # of the address, which is not sent to the server. */
  | { page: typeof invitePage }
  /** Returns from an identity provider, with its response in the address. */
  | { page: typeof providerPage; provider: string }
  /** Shows administrators how the server is doing. */
  | { page: typeof adminPage }
  | { page: 'not-found'; what: string };

/** Parses a path to its route. */
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
  if (parts[0] === profilePage && parts.length === 2) return { page: 'person', id: decodeURIComponent(parts[1]) };
  if (parts[0] === providerPage && parts.length === 2) return { page: providerPage, provider: decodeURIComponent(parts[1]) };
  if (parts[0] === templatesPage && parts.length === 3 && parts[2] === 'edit')
    return { page: 'template', id: decodeURIComponent(parts[1]) };
  if (parts[0] === invitePage && parts.length === 1) return { page: invitePage };
  if (parts[0] === adminPage && parts.length === 1) return { page: adminPage };
  const accountPage = accountPages.find((page) => parts.length === 1 && page === parts[0]);
  return accountPage ? { page: accountPage } : { page: 'not-found', what: 'page' };
}

/** Returns the path of a universe. */
export function universePath(id: string, watching = false): string {
  return `/u/${encodeURIComponent(id)}${watching ? '/watch' : ''}`;
}

/** Returns the path of a profile. */
export function profilePath(id: string): string {
  return `/${profilePage}/${encodeURIComponent(id)}`;
}

/** Returns the path of the editor of a user template. */
export function templatePath(id: string): string {
  return `/${templatesPage}/${encodeURIComponent(id)}/edit`;
}

/** Returns the path that creates a universe from a template. */
export function beginPath(templateId: string): string {
  return `/new/${encodeURIComponent(templateId)}`;
}

/** Returns the path of an invitation, with its secret. */
export function invitationPath(secret: string): string {
  return `/${invitePage}#${secret}`;
}
