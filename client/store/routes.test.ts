import { expect, it } from 'vitest';
import { routeOf, universePath } from './routes.ts';

it('finds the gallery, a template to open, a universe, and its watching side', () => {
  expect(routeOf('/')).toEqual({ page: 'gallery' });
  expect(routeOf('/new/slow-nebula')).toEqual({ page: 'open', templateId: 'slow-nebula' });
  expect(routeOf(universePath('a b'))).toEqual({ page: 'universe', id: 'a b', watching: false });
  expect(routeOf(universePath('x', true))).toEqual({ page: 'universe', id: 'x', watching: true });
});

it('sends everything else to the page that leads home', () => {
  for (const path of ['/nowhere', '/u', '/u/x/y', '/new', '/u/x/watch/z']) expect(routeOf(path).page).toBe('not-found');
});
