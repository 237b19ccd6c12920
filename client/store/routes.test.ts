import { expect, it } from 'vitest';
import { embedPath } from '../../shared/api/contract/embed.ts';
import { accountPages } from '../../shared/api/contract/pages.ts';
import { invitationPath, profilePath, routeOf, universePath } from './routes.ts';

it('parses the gallery, a new universe with and without a template, a universe, and its spectator page', () => {
  expect(routeOf('/')).toEqual({ page: 'gallery' });
  expect(routeOf('/new/slow-nebula')).toEqual({ page: 'open', templateId: 'slow-nebula' });
  expect(routeOf('/new')).toEqual({ page: 'open', templateId: null });
  expect(routeOf(universePath('a b'))).toEqual({ page: 'universe', id: 'a b', watching: false });
  expect(routeOf(universePath('x', true))).toEqual({ page: 'universe', id: 'x', watching: true });
});

it('parses an embedded universe', () => {
  expect(routeOf(embedPath('a b'))).toEqual({ page: 'embed', id: 'a b' });
});

it('parses the account pages', () => {
  for (const page of accountPages) expect(routeOf(`/${page}`)).toEqual({ page });
});

it('parses the page of administrators', () => {
  expect(routeOf('/admin')).toEqual({ page: 'admin' });
  expect(routeOf('/admin/more')).toEqual({ page: 'not-found', what: 'page' });
});

it('parses a profile', () => {
  expect(routeOf(profilePath('a b'))).toEqual({ page: 'person', id: 'a b' });
});

it('parses an invitation by its path, and leaves its secret to the page', () => {
  const { pathname, hash } = new URL(invitationPath('s3cret'), 'https://example.org');
  expect(routeOf(pathname)).toEqual({ page: 'invite' });
  expect(hash).toBe('#s3cret');
});

it('maps everything else to the page that links home', () => {
  for (const path of ['/nowhere', '/u', '/u/x/y', '/new/x/y', '/u/x/watch/z', '/settings/x', '/people', '/people/x/y'])
    expect(routeOf(path).page).toBe('not-found');
});
