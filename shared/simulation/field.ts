import { growthOf, type Heard, quickeningOf } from '../coupling/index.ts';
import { cos, sin, tau } from '../math/exact.ts';
import type { ParameterValues } from '../parameters/index.ts';
import type { Well } from '../universe/index.ts';

/** Below this distance in metres the central pull fades out, so that it does not jitter at the origin. */
export const calmRadius = 0.5;

/** Writes x, y, z of a uniform gravity of `strength` m/s² into `acceleration`. */
export function gravityVector(parameters: ParameterValues, strength: number, acceleration: Float64Array): void {
  const azimuth = (parameters.gravityAzimuth * tau) / 360;
  const elevation = (parameters.gravityElevation * tau) / 360;
  acceleration[0] = strength * cos(elevation) * cos(azimuth);
  acceleration[1] = strength * sin(elevation);
  acceleration[2] = strength * cos(elevation) * sin(azimuth);
}

/** Smallest square of a well's softening, in m²: avoids a division by zero for a particle at its very centre. */
const minSquare = 1e-6;

/** Returns the addition to the squared distance, in m², from a well with this softening in m. @see Plummer 1911 */
export function softSquare(softening: number): number {
  return softening * softening + minSquare;
}

export type FieldKind = ParameterValues['fieldKind'];
export type Falloff = ParameterValues['fieldFalloff'];

/** Returns the kind of a well, with `universe` resolved. */
export function kindOf(parameters: ParameterValues, well: Well): FieldKind {
  return well.kind === 'universe' ? parameters.fieldKind : well.kind;
}

/** Reach of a well in metres. */
export function reachOf(parameters: ParameterValues, well: Well): number {
  return parameters.fieldRadius * well.radius;
}

/** Reach of a well in metres with what it hears: never less than `reachOf`. */
export function hearingReachOf(parameters: ParameterValues, well: Well, heard: Heard): number {
  return reachOf(parameters, well) * growthOf(well.listening, heard, parameters.particleMass * parameters.density);
}

/** Factor of the strength of a well with what it hears, 1 and above. */
export function hearingStrengthOf(parameters: ParameterValues, well: Well, heard: Heard): number {
  return quickeningOf(well.listening, heard, parameters.particleMass * parameters.density);
}

/** Returns the falloff of a well, with `universe` resolved. */
export function falloffOf(parameters: ParameterValues, well: Well): Falloff {
  return well.falloff === 'universe' ? parameters.fieldFalloff : well.falloff;
}

/**
 * Share of a well's strength at distance d = `u` × reach: 1 − u, 1/(u·4 + 1), 1/((u·4)² + 1).
 * The factor 4 lets the inverse laws fade to a fifth and a seventeenth at the reach.
 */
export function fallOff(parameters: ParameterValues, well: Well, u: number): number {
  switch (falloffOf(parameters, well)) {
    case 'linear':
      return Math.max(0, 1 - u);
    case 'inverse':
      return 1 / (4 * u + 1);
    case 'inverse-square':
      return 1 / (16 * u * u + 1);
  }
}
