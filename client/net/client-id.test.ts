import { afterEach, expect, it, vi } from 'vitest';
import { newClientId } from './client-id.ts';

afterEach(() => vi.unstubAllGlobals());

it('returns a new id each time, also in an insecure context', () => {
  vi.stubGlobal('crypto', { getRandomValues: crypto.getRandomValues.bind(crypto) });
  const ids = Array.from({ length: 100 }, newClientId);
  expect(new Set(ids).size).toBe(100);
  for (const id of ids) expect(id).toMatch(/^[a-z0-9-]{8,40}$/);
});
