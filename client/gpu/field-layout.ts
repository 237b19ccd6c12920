import { createCurlField, eddyDrift, latticeSize } from '../../shared/simulation/curl-field.ts';
import { falloffOf, gravityVector, hearingReachOf, hearingStrengthOf, kindOf, softSquare } from '../../shared/simulation/field.ts';
import { stepSeconds } from '../../shared/simulation/world.ts';
import { parameters as registry } from '../../shared/parameters/index.ts';
import { maxWells } from '../../shared/universe/entity-fields.ts';
import { layoutStruct, writeStruct } from './struct-layout.ts';
import type { RenderInput } from './types.ts';

/** The forces and bounds that act on particles, without the wells. */
const fieldsNow = layoutStruct('FieldsNow', {
  /** m/s² */
  gravity: 'vec3f',
  centralPull: 'f32',
  /** Drift of the eddies in cells; cells per metre; m/s². */
  eddies: 'vec3f',
  perCell: 'f32',
  turbulence: 'f32',
  /** 1/s */
  drag: 'f32',
  bounds: 'u32',
  boundsSize: 'f32',
  restitution: 'f32',
  slide: 'f32',
  timeScale: 'f32',
  wellCount: 'u32',
});

const fieldWell = layoutStruct('FieldWell', {
  /** m */
  place: 'vec3f',
  /** 1/m */
  perReach: 'f32',
  /** Unit vector. */
  axis: 'vec3f',
  /** m/s² */
  strength: 'f32',
  /** m² */
  softSquare: 'f32',
  kind: 'u32',
  falloff: 'u32',
});

/** The fields of a universe as one buffer: its WGSL and its bytes come from the same declarations. */
export const fieldTable = {
  text: [
    fieldsNow.text,
    fieldWell.text,
    `struct FieldTable {\n  now: FieldsNow,\n  @align(16) wells: array<FieldWell, ${maxWells}>,\n}`,
  ].join('\n'),
  size: fieldsNow.size + maxWells * fieldWell.size,
  wellsAt: fieldsNow.size,
  structs: { now: fieldsNow, well: fieldWell },
} as const;

/** The input of `writeFields`. */
export type FieldInput = Pick<RenderInput, 'frame' | 'parameters' | 'wells'> & Partial<Pick<RenderInput, 'drive' | 'reducedMotion'>>;

/** Turbulence in m/s² that the middle band of the user's own sound adds to the sparks. Particles belong to the universe and ignore it. */
const driveStir = 30;

const acceleration = new Float64Array(3);
const wrapped = (cells: number) => cells - latticeSize * Math.floor(cells / latticeSize);

/** Returns the table as the GPU reads it, without wells that the frame does not have yet. */
export function writeFields({ frame, parameters: p, wells, drive, reducedMotion }: FieldInput): ArrayBuffer {
  const bytes = new ArrayBuffer(fieldTable.size);
  const target = { floats: new Float32Array(bytes), words: new Uint32Array(bytes) };
  const inertia = p.particleMass * p.density;
  const seconds = frame.scalars.tick * stepSeconds;
  const wellCount = p.fieldStrength === 0 ? 0 : Math.min(wells.length, Math.floor(frame.wells.length / 3));
  gravityVector(p, frame.scalars.gravity, acceleration);
  writeStruct(
    fieldsNow,
    {
      gravity: acceleration,
      centralPull: p.centralPull,
      eddies: eddyDrift.map((drift) => wrapped(drift * seconds)),
      perCell: 1 / p.turbulenceScale,
      turbulence: p.turbulence / inertia + (drive && !reducedMotion ? driveStir * drive.mid : 0),
      drag: p.airResistance / inertia,
      bounds: registry.bounds.choices.indexOf(p.bounds),
      boundsSize: p.boundsSize,
      restitution: p.restitution,
      slide: 1 - p.friction,
      timeScale: p.timeScale,
      wellCount,
    },
    target,
    0,
  );
  wells.slice(0, wellCount).forEach((well, index) => {
    const { axisX, axisY, axisZ } = well;
    const length = Math.max(1e-6, Math.hypot(axisX, axisY, axisZ));
    writeStruct(
      fieldWell,
      {
        place: frame.wells.subarray(index * 3, index * 3 + 3),
        perReach: 1 / hearingReachOf(p, well, frame.scalars),
        axis: [axisX / length, axisY / length, axisZ / length],
        strength: well.strength * hearingStrengthOf(p, well, frame.scalars) * p.fieldStrength,
        softSquare: softSquare(well.softening),
        kind: registry.fieldKind.choices.indexOf(kindOf(p, well)),
        falloff: registry.fieldFalloff.choices.indexOf(falloffOf(p, well)),
      },
      target,
      fieldTable.wellsAt + index * fieldWell.size,
    );
  });
  return bytes;
}

/** The eddy lattice of a seed: a vector with an unused fourth component for each point. */
export function curlTable(seed: number): Float32Array<ArrayBuffer> {
  const field = createCurlField(seed);
  const table = new Float32Array((field.length / 3) * 4);
  for (let point = 0; point * 3 < field.length; point++) table.set(field.subarray(point * 3, point * 3 + 3), point * 4);
  return table;
}
