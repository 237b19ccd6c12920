import type { ParameterValues } from '../parameters/index.ts';
import type { Well } from '../universe/index.ts';

/** Wells are softened over this distance in metres, so that nothing is flung to infinity from their centre. */
export const softening = 0.35;

/** The kind that a well has, `universe` resolved. */
export function kindOf(parameters: ParameterValues, well: Well): 'radial' | 'directional' | 'vortex' {
  return well.kind === 'universe' ? parameters.fieldKind : well.kind;
}

/** Reach of a well in metres. */
export function reachOf(parameters: ParameterValues, well: Well): number {
  return parameters.fieldRadius * well.radius;
}

/** The falloff that a well has, `universe` resolved. */
export function falloffOf(parameters: ParameterValues, well: Well): 'linear' | 'inverse' | 'inverse-square' {
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
