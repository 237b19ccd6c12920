import { expect, it } from 'vitest';
import { cholesky, dot, solveLower, solveUpper, times } from './linear.ts';

const matrix = Float64Array.of(4, 2, 1, 2, 5, 3, 1, 3, 6);

it('solves a system by its factor', () => {
  const factor = cholesky(matrix, 3);
  const x = solveUpper(factor, solveLower(factor, Float64Array.of(1, -2, 3)));
  const back = times(matrix, x);
  [1, -2, 3].forEach((value, i) => expect(back[i]).toBeCloseTo(value, 12));
});

it('gives a lower triangular factor whose square is the matrix', () => {
  const factor = cholesky(matrix, 3);
  expect([factor[1], factor[2], factor[5]]).toEqual([0, 0, 0]);
  expect(dot(factor.subarray(6, 9), factor.subarray(3, 6))).toBeCloseTo(3, 12);
});

it('refuses a matrix that is not positive definite', () => {
  expect(() => cholesky(Float64Array.of(1, 2, 2, 1), 2)).toThrow('positive definite');
});
