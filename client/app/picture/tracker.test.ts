import { expect, it } from 'vitest';
import { packedFields, particleWords } from '../../../shared/simulation/frame-layout.ts';
import { syntheticFrame } from '../../gpu/synthetic-frame.test-support.ts';
import { createTracker } from './tracker.ts';

const frameAt = (age: number) => {
  const frame = syntheticFrame(5, (slot) => [slot, 2 * slot, 0]);
  frame.words[3 * particleWords + 3] = age << packedFields.age.shift;
  return frame;
};

it('returns the position of the particle in a slot while it lives', () => {
  const tracker = createTracker();
  expect(tracker.placeIn(frameAt(10))).toBeNull();
  tracker.track(3);
  expect(tracker.placeIn(frameAt(10))).toEqual([3, 6, 0]);
  expect(tracker.placeIn(frameAt(11))).toEqual([3, 6, 0]);
});

it.each([
  ['its slot is free', 255],
  ['another particle is born in its slot', 2],
])('stops when %s, and does not follow the next particle', (_, age) => {
  const tracker = createTracker();
  tracker.track(3);
  tracker.placeIn(frameAt(100));
  expect(tracker.placeIn(frameAt(age))).toBeNull();
  expect(tracker.placeIn(frameAt(120))).toBeNull();
});
