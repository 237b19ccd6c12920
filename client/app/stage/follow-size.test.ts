import { afterEach, expect, it, vi } from 'vitest';
import { followSize } from './follow-size.ts';

afterEach(() => vi.unstubAllGlobals());

it('reports each change of the device pixel ratio until it is stopped', () => {
  const queries = new Map<string, EventTarget>();
  vi.stubGlobal('devicePixelRatio', 1);
  vi.stubGlobal('matchMedia', (query: string) => {
    const target = new EventTarget();
    queries.set(query, target);
    return target;
  });
  vi.stubGlobal(
    'ResizeObserver',
    class {
      observe() {}
      disconnect() {}
    },
  );
  const told: number[] = [];
  const watch = followSize({ clientWidth: 800, clientHeight: 600 } as HTMLElement, (size) => told.push(size.devicePixelRatio));
  const become = (ratio: number) => {
    const before = `(resolution: ${devicePixelRatio}dppx)`;
    vi.stubGlobal('devicePixelRatio', ratio);
    queries.get(before)?.dispatchEvent(new Event('change'));
  };
  for (const ratio of [2, 1.25, 1]) become(ratio);
  expect(told).toEqual([2, 1.25, 1]);
  vi.stubGlobal('devicePixelRatio', 3);
  watch.check();
  watch.check();
  expect(told.splice(3)).toEqual([3]);
  watch.stop();
  become(2);
  expect(told).toEqual([2, 1.25, 1]);
});
