import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { type KeptText, safeStorage } from './own-storage.ts';

const methods = ['getItem', 'setItem', 'removeItem'] as const;
const full = () => new DOMException('The quota has been exceeded.', 'QuotaExceededError');

/** Returns a browser storage of which some methods throw. */
function storageWith(broken: readonly (keyof KeptText)[]): KeptText {
  const kept = new Map([['before', 'old']]);
  const work: KeptText = {
    getItem: (key) => kept.get(key) ?? null,
    setItem: (key, value) => void kept.set(key, value),
    removeItem: (key) => void kept.delete(key),
  };
  const fail = () => {
    throw full();
  };
  return { ...work, ...Object.fromEntries(broken.map((name) => [name, fail])) };
}

it.each<{ broken: readonly (keyof KeptText)[] }>([{ broken: [] }, ...methods.map((name) => ({ broken: [name] })), { broken: methods }])(
  'keeps what was written where $broken throw',
  ({ broken }) => {
    const storage = storageWith(broken);
    const safe = safeStorage(() => storage);
    safe.setItem('theme', 'light');
    safe.setItem('before', 'new');
    // A value that was stored and can not be read is unknown.
    const isLost = broken.includes('getItem') && !broken.includes('setItem');
    expect([safe.getItem('theme'), safe.getItem('before')]).toEqual(isLost ? [null, null] : ['light', 'new']);
    safe.removeItem('theme');
    expect([safe.getItem('theme'), safe.getItem('other')]).toEqual([null, null]);
  },
);

it('works where the browser refuses its storage, and returns to it when it is allowed', () => {
  let isGiven = false;
  const storage = storageWith([]);
  const safe = safeStorage(() => {
    if (!isGiven) throw new DOMException('denied', 'SecurityError');
    return storage;
  });
  safe.setItem('a', '1');
  expect(safe.getItem('a')).toBe('1');
  isGiven = true;
  safe.setItem('a', '2');
  expect([safe.getItem('a'), storage.getItem('a')]).toEqual(['2', '2']);
});

it("is the only access to the browser's storage", () => {
  const root = join(import.meta.dirname, '../..');
  const others = readdirSync(root, { recursive: true, encoding: 'utf8' })
    .filter((path) => /\.(ts|js|html)$/.test(path) && !path.endsWith('.test.ts'))
    .filter((path) =>
      /\b(localStorage|sessionStorage|indexedDB|cookieStore|caches|document\.cookie|getDirectory)\b/.test(
        readFileSync(join(root, path), 'utf8').replace(/\/\/.*|\/\*[\s\S]*?\*\//g, ''),
      ),
    );
  // The theme is applied before any module loads: it has its own `try`.
  // The room's client gets a storage that stores nothing, in place of the browser's.
  expect(others.toSorted()).toEqual(['app/page/own-storage.ts', 'net/sdk-client.ts', 'public/first-paint.js']);
});
