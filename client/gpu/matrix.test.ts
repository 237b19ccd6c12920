import fc from 'fast-check';
import { expect, it } from 'vitest';
import { mat4 } from 'wgpu-matrix';
import { lookAt, perspective, product, translation } from './matrix.ts';

const number = (min: number, max: number) => fc.double({ min, max, noNaN: true });
const points = fc.tuple(number(-40, 40), number(-40, 40), number(-40, 40));

it('makes the same matrices as a library does', () => {
  fc.assert(
    fc.property(
      points,
      points,
      number(0.1, 3),
      number(0.2, 4),
      number(0.01, 2),
      number(3, 3_000),
      (eye, target, angle, aspect, near, far) => {
        const view = lookAt(eye, target);
        const projection = perspective(angle, aspect, near, far);
        const aside = translation(...target);
        expect([...view]).toEqual([...mat4.lookAt(eye, target, [0, 1, 0])]);
        expect([...projection]).toEqual([...mat4.perspective(angle, aspect, near, far)]);
        expect([...aside]).toEqual([...mat4.translation(target)]);
        expect([...product(projection, view)]).toEqual([...mat4.multiply(projection, view)]);
      },
    ),
  );
});

it('has no direction without a distance, and no fault', () => {
  expect([...lookAt([1, 2, 3], [1, 2, 3])].every(Number.isFinite)).toBe(true);
});
