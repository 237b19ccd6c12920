import { afterEach, expect, it, vi } from 'vitest';
import { canShareMemory } from './shared-memory.ts';

afterEach(() => vi.unstubAllGlobals());

it('can share memory if it can be created and sent, whether the page is isolated or not', () => {
  expect(canShareMemory()).toBe(true);
  vi.stubGlobal('crossOriginIsolated', false);
  expect(canShareMemory()).toBe(true);
});

it('can not share absent memory, even in an isolated page', () => {
  vi.stubGlobal('crossOriginIsolated', true);
  vi.stubGlobal('SharedArrayBuffer', undefined);
  expect(canShareMemory()).toBe(false);
});

it('can not share memory that may not be sent', () => {
  const refusing = class {
    port1 = {
      postMessage() {
        throw new DOMException('SharedArrayBuffer transfer requires self.crossOriginIsolated.', 'DataCloneError');
      },
      close() {},
    };
    port2 = { close() {} };
  };
  vi.stubGlobal('MessageChannel', refusing);
  expect(canShareMemory()).toBe(false);
});

it('can not share memory without Atomics', () => {
  vi.stubGlobal('Atomics', undefined);
  expect(canShareMemory()).toBe(false);
});
