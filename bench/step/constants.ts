import { exp, cos, sin, tau } from '../../shared/math/exact.ts';
import { createCurlField } from '../../shared/simulation/curl-field.ts';
import { softSquare } from '../../shared/simulation/field.ts';
import { stepSeconds } from '../../shared/simulation/world.ts';
import type { UniverseDocument } from '../../shared/universe/index.ts';

/**
 * The values of a step that are the same for all particles of the benchmark's universe: one radial inverse-square well, a sphere around
 * all.
 */
export interface StepConstants {
  dt: number;
  gravityX: number;
  gravityY: number;
  gravityZ: number;
  wellX: number;
  wellY: number;
  wellZ: number;
  wellImpulse: number;
  wellPerReach: number;
  softeningSquared: number;
  turbulenceImpulse: number;
  perCell: number;
  field: Float32Array;
  keep: number;
  radius: number;
  restitution: number;
  slide: number;
  bounceFlash: number;
  fade: number;
}

/** Computes the constants of a document as the systems do. */
export function stepConstants(document: UniverseDocument, gravity: number): StepConstants {
  const { parameters, wells } = document;
  const [well] = wells;
  const dt = stepSeconds * parameters.timeScale;
  const azimuth = (parameters.gravityAzimuth * tau) / 360;
  const elevation = (parameters.gravityElevation * tau) / 360;
  const inertia = parameters.particleMass * parameters.density;
  return {
    dt,
    gravityX: gravity * cos(elevation) * cos(azimuth) * dt,
    gravityY: gravity * sin(elevation) * dt,
    gravityZ: gravity * cos(elevation) * sin(azimuth) * dt,
    wellX: well.x,
    wellY: well.y,
    wellZ: well.z,
    wellImpulse: well.strength * parameters.fieldStrength * dt,
    wellPerReach: 1 / (parameters.fieldRadius * well.radius),
    softeningSquared: softSquare(Math.fround(well.softening)),
    turbulenceImpulse: (parameters.turbulence * stepSeconds * parameters.timeScale) / inertia,
    perCell: 1 / parameters.turbulenceScale,
    field: createCurlField(document.seed),
    keep: exp((-parameters.airResistance * dt) / inertia),
    radius: parameters.boundsSize,
    restitution: parameters.restitution,
    slide: 1 - parameters.friction,
    bounceFlash: parameters.bounceFlash,
    fade: exp(-stepSeconds / 0.22),
  };
}
