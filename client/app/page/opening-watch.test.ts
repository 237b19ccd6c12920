import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { createStore, type Store, type UniverseView } from '../../store/store.ts';
import { watchOpening } from './opening-watch.ts';

const page = { hidden: false };
let store: Store;
let hasCode = true;
let stop = () => {};

beforeEach(() => {
  vi.useFakeTimers();
  vi.stubGlobal('document', page);
  page.hidden = false;
  hasCode = true;
  store = createStore();
  store.route.value = { page: 'universe', id: 'one', watching: false };
  stop = watchOpening(store, () => hasCode);
});
afterEach(() => {
  stop();
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

const pass = (seconds: number) => vi.advanceTimersByTime(seconds * 1000);

it('reports within ten seconds what a universe waits for, and updates the report as it loads', () => {
  hasCode = false;
  pass(8);
  expect(store.troubles.value).toEqual({});
  pass(2);
  expect(store.troubles.value).toEqual({ page: 'slow' });
  hasCode = true;
  pass(1);
  expect(store.troubles.value).toEqual({ server: 'slow' });
  store.universe.value = { id: 'one' } as UniverseView;
  pass(1);
  expect(store.troubles.value).toEqual({ room: 'slow' });
  store.connection.value = { status: 'online', message: '' };
  pass(1);
  expect(store.troubles.value).toEqual({ simulation: 'slow' });
  store.hasFrames.value = true;
  pass(1);
  expect(store.troubles.value).toEqual({ picture: 'slow' });
  store.isSeen.value = true;
  pass(1);
  expect(store.troubles.value).toEqual({});
});

it('reports nothing for a hidden page, a refused one, and one whose picture is waived', () => {
  page.hidden = true;
  pass(60);
  page.hidden = false;
  store.connection.value = { status: 'refused', message: 'no' };
  store.universe.value = { id: 'one' } as UniverseView;
  pass(60);
  store.connection.value = { status: 'online', message: '' };
  store.hasFrames.value = true;
  store.isPictureWaived.value = true;
  pass(60);
  expect(store.troubles.value).toEqual({});
});

it('keeps a failure', () => {
  store.troubles.value = { server: 'failed' };
  pass(20);
  expect(store.troubles.value).toEqual({ server: 'failed' });
});

it('reports a gallery whose lists do not arrive', () => {
  store.route.value = { page: 'gallery' };
  pass(10);
  expect(store.troubles.value).toEqual({ server: 'slow' });
  store.gallery.value = { ...store.gallery.value, status: 'failed' };
  pass(1);
  expect(store.troubles.value).toEqual({});
});
