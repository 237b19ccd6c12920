/** Small dense linear algebra. Matrices are square, row after row in one array. */

/** Returns the scalar product of two vectors of one length. */
export function dot(a: Float64Array, b: Float64Array): number {
  let sum = 0;
  for (let i = 0; i < a.length; i++) sum += a[i] * b[i];
  return sum;
}

/**
 * Returns the lower triangular factor L of a symmetric positive definite matrix, with L·Lᵀ = matrix.
 * Only the lower triangle is read. @throws Error when the matrix is not positive definite.
 * @see Golub, Van Loan 2013, §4.2
 */
export function cholesky(matrix: Float64Array, size: number): Float64Array {
  const factor = new Float64Array(size * size);
  for (let row = 0; row < size; row++)
    for (let column = 0; column <= row; column++) {
      let sum = matrix[row * size + column];
      for (let k = 0; k < column; k++) sum -= factor[row * size + k] * factor[column * size + k];
      if (column < row) factor[row * size + column] = sum / factor[column * size + column];
      else if (sum > 0) factor[row * size + row] = Math.sqrt(sum);
      else throw new Error('the matrix is not positive definite');
    }
  return factor;
}

/** Returns x with L·x = right, for a lower triangular factor L. */
export function solveLower(factor: Float64Array, right: Float64Array): Float64Array {
  const size = right.length;
  const x = new Float64Array(size);
  for (let row = 0; row < size; row++) {
    let sum = right[row];
    for (let k = 0; k < row; k++) sum -= factor[row * size + k] * x[k];
    x[row] = sum / factor[row * size + row];
  }
  return x;
}

/** Returns x with Lᵀ·x = right, for a lower triangular factor L. */
export function solveUpper(factor: Float64Array, right: Float64Array): Float64Array {
  const size = right.length;
  const x = new Float64Array(size);
  for (let row = size - 1; row >= 0; row--) {
    let sum = right[row];
    for (let k = row + 1; k < size; k++) sum -= factor[k * size + row] * x[k];
    x[row] = sum / factor[row * size + row];
  }
  return x;
}

/** Returns matrix · vector. */
export function times(matrix: Float64Array, vector: Float64Array): Float64Array {
  const size = vector.length;
  return vector.map((_, row) => dot(matrix.subarray(row * size, (row + 1) * size), vector));
}
