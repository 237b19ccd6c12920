/** A 4 × 4 matrix, column by column, in single precision, as shaders take it. */
export type Matrix = Float32Array<ArrayBuffer>;
type Vector = ArrayLike<number>;

// Only what a camera needs: a library of matrices is one piece, and was the largest part of the script that draws the first frame.

/** Returns the matrix that applies `second` first, then `first`. */
export function product(first: Matrix, second: Matrix): Matrix {
  return Float32Array.from({ length: 16 }, (_, place) => {
    const row = place % 4;
    const column = place - row;
    const part = (i: number) => first[row + 4 * i]! * second[column + i]!;
    return part(0) + part(1) + part(2) + part(3);
  });
}

/** Returns the matrix of a perspective with a vertical angle in radians; depth is 0 at `near` and 1 at `far`. */
export function perspective(vertical: number, aspect: number, near: number, far: number): Matrix {
  const focal = Math.tan(Math.PI * 0.5 - 0.5 * vertical);
  const inverseRange = 1 / (near - far);
  return Float32Array.of(focal / aspect, 0, 0, 0, 0, focal, 0, 0, 0, 0, far * inverseRange, -1, 0, 0, far * near * inverseRange, 0);
}

/** Returns the matrix that moves by a vector. */
export const translation = (x: number, y: number, z: number): Matrix => Float32Array.of(1, 0, 0, 0, 0, 1, 0, 0, 0, 0, 1, 0, x, y, z, 1);

/** Returns the matrix from the world to the view of an eye that looks at a target, with +y up. */
export function lookAt(eye: Vector, target: Vector): Matrix {
  const back = unit(Float32Array.of(eye[0]! - target[0]!, eye[1]! - target[1]!, eye[2]! - target[2]!));
  const right = unit(cross([0, 1, 0], back));
  const up = unit(cross(back, right));
  const shift = [right, up, back].map((axis) => -(axis[0]! * eye[0]! + axis[1]! * eye[1]! + axis[2]! * eye[2]!));
  const rows = [0, 1, 2].flatMap((i) => [right[i]!, up[i]!, back[i]!, 0]);
  return Float32Array.of(...rows, ...shift, 1);
}

const cross = (a: Vector, b: Vector) =>
  Float32Array.of(a[1]! * b[2]! - a[2]! * b[1]!, a[2]! * b[0]! - a[0]! * b[2]!, a[0]! * b[1]! - a[1]! * b[0]!);

/** Returns the vector with a length of 1; zero stays zero. */
function unit(vector: Float32Array): Float32Array {
  const square = vector[0]! * vector[0]! + vector[1]! * vector[1]! + vector[2]! * vector[2]!;
  const scale = square > 0 ? 1 / Math.sqrt(square) : 1;
  return vector.map((value) => value * scale);
}
