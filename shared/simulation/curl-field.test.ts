import { expect, it } from 'vitest';
import { createCurlField, latticeSize } from './curl-field.ts';

const last = latticeSize - 1;

/** Component of the field at a lattice point; coordinates wrap. */
function at(field: Float32Array, i: number, j: number, k: number, component: number): number {
  return field[(((k & last) * latticeSize + (j & last)) * latticeSize + (i & last)) * 3 + component];
}

it('has no sources and no sinks, across its seams too', () => {
  const field = createCurlField(7);
  for (let k = 0; k < latticeSize; k++) {
    for (let j = 0; j < latticeSize; j++) {
      for (let i = 0; i < latticeSize; i++) {
        const divergence =
          at(field, i + 1, j, k, 0) -
          at(field, i - 1, j, k, 0) +
          at(field, i, j + 1, k, 1) -
          at(field, i, j - 1, k, 1) +
          at(field, i, j, k + 1, 2) -
          at(field, i, j, k - 1, 2);
        expect(Math.abs(divergence)).toBeLessThan(1e-5);
      }
    }
  }
});

it('has a mean square length of 1, a mean of 0, and differs from seed to seed', () => {
  const field = createCurlField(7);
  const points = field.length / 3;
  expect(field.reduce((sum, value) => sum + value * value, 0) / points).toBeCloseTo(1, 4);
  for (const axis of [0, 1, 2]) {
    expect(field.reduce((sum, value, index) => (index % 3 === axis ? sum + value : sum), 0) / points).toBeCloseTo(0, 5);
  }
  expect([...createCurlField(7)]).toEqual([...field]);
  expect([...createCurlField(8)]).not.toEqual([...field]);
});
