import { expect, it } from 'vitest';
import { createStore } from '../../../store/store.ts';
import { followLag } from './follow-lag.ts';

it('tells once that the universe is behind, and once that it has caught up', () => {
  const store = createStore();
  const told: boolean[] = [];
  const stop = followLag(store, (isBehind) => told.push(isBehind));
  const lagBy = (lagSeconds: number) => {
    store.picture.value = { ...store.picture.value, lagSeconds };
  };
  for (const seconds of [0.5, 1.5, 3, 0.6, 0.2, 0]) lagBy(seconds);
  expect(told).toEqual([true, false]);
  stop();
  lagBy(5);
  expect(told).toHaveLength(2);
});
