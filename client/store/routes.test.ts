import { expect, it } from 'vitest';
import { embedPath } from '../../shared/api/contract/embed.ts';
import { accountPages } from '../../shared/api/contract/pages.ts';
import { invitationPath, personPath, routeOf, universePath } from './routes.ts';

it('finds the gallery, a template or nothing to begin with, a universe, and its watching side', () => {
  expect(routeOf('/')).toEqual({ page: 'gallery' });
  expect(routeOf('/new/slow-nebula')).toEqual({ page: 'open', templateId: 'slow-nebula' });
  expect(routeOf('/new')).toEqual({ page: 'open', templateId: null });
  expect(routeOf(universePath('a b'))).toEqual({ page: 'universe', id: 'a b', watching: false });
  expect(routeOf(universePath('x', true))).toEqual({ page: 'universe', id: 'x', watching: true });
});

it('finds a universe within a page of others', () => {
  expect(routeOf(embedPath('a b'))).toEqual({ page: 'embed', id: 'a b' });
});

it('finds the pages about oneself', () => {
  for (const page of accountPages) expect(routeOf(`/${page}`)).toEqual({ page });
});

it('finds somebody', () => {
  expect(routeOf(personPath('a b'))).toEqual({ page: 'person', id: 'a b' });
});

it('finds an invitation by its path, and leaves its secret to the page', () => {
  const { pathname, hash } = new URL(invitationPath('s3cret'), 'https://example.org');
  expect(routeOf(pathname)).toEqual({ page: 'invite' });
  expect(hash).toBe('#s3cret');
});

it('sends everything else to the page that leads home', () => {
  for (const path of ['/nowhere', '/u', '/u/x/y', '/new/x/y', '/u/x/watch/z', '/settings/x', '/people', '/people/x/y'])
    expect(routeOf(path).page).toBe('not-found');
});
