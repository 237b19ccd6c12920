import { addComponent, addEntity, createWorld, query } from 'bitecs';
import { latticeSize } from '../../shared/simulation/curl-field.ts';
import { stepSeconds } from '../../shared/simulation/world.ts';
import type { StepConstants } from './constants.ts';
import type { ParticleColumns } from './fused-loop.ts';

/** bitECS counts entities from 1. */
const firstEntity = 1;

export interface NaiveWorld extends ParticleColumns {
  readonly ecs: ReturnType<typeof createWorld>;
  readonly constants: StepConstants;
  /** The same columns from the first entity on, for filling and comparing by slot. */
  readonly bySlot: ParticleColumns;
  tick: number;
  bounces: number;
  crossings: number;
}

/** Creates particle entities as in the manual of bitECS, with columns indexed by entity. */
export function createNaiveWorld(count: number, constants: StepConstants): NaiveWorld {
  const ecs = createWorld();
  const column = () => new Float32Array(firstEntity + count);
  const Position = { x: column(), y: column(), z: column() };
  const Velocity = { x: column(), y: column(), z: column() };
  const Life = { age: column(), lifetime: column() };
  const Look = { flash: column() };
  for (let index = 0; index < count; index++) {
    const entity = addEntity(ecs);
    for (const component of [Position, Velocity, Life, Look]) addComponent(ecs, entity, component);
  }
  const view = (whole: Float32Array) => whole.subarray(firstEntity);
  const bySlot = {
    Position: { x: view(Position.x), y: view(Position.y), z: view(Position.z) },
    Velocity: { x: view(Velocity.x), y: view(Velocity.y), z: view(Velocity.z) },
    Life: { age: view(Life.age), lifetime: view(Life.lifetime) },
    Look: { flash: view(Look.flash) },
  };
  return { Position, Velocity, Life, Look, bySlot, ecs, constants, tick: 0, bounces: 0, crossings: 0 };
}

function applyGravity(world: NaiveWorld): void {
  for (const eid of query(world.ecs, [world.Velocity])) {
    world.Velocity.x[eid] += world.constants.gravityX;
    world.Velocity.y[eid] += world.constants.gravityY;
    world.Velocity.z[eid] += world.constants.gravityZ;
  }
}

function attractToWell(world: NaiveWorld): void {
  for (const eid of query(world.ecs, [world.Position, world.Velocity])) {
    const dx = world.constants.wellX - world.Position.x[eid];
    const dy = world.constants.wellY - world.Position.y[eid];
    const dz = world.constants.wellZ - world.Position.z[eid];
    const distance = Math.sqrt(dx * dx + dy * dy + dz * dz + world.constants.softeningSquared);
    const u = distance * world.constants.wellPerReach;
    const pull = world.constants.wellImpulse / ((16 * u * u + 1) * distance);
    world.Velocity.x[eid] += dx * pull;
    world.Velocity.y[eid] += dy * pull;
    world.Velocity.z[eid] += dz * pull;
  }
}

/** Interpolates a component of the curl field between its eight lattice points. */
function sampleField(field: Float32Array, at: Float64Array, component: number, impulse: number): number {
  const mask = latticeSize - 1;
  const [ix, iy, iz] = [at[0] | 0, at[1] | 0, at[2] | 0];
  const [tx, ty, tz] = [at[0] - ix, at[1] - iy, at[2] - iz];
  const value = (i: number, j: number, k: number) =>
    field[(((k & mask) * latticeSize + (j & mask)) * latticeSize + (i & mask)) * 3 + component];
  const corner = tx * ty;
  const right = tx - corner;
  const upper = ty - corner;
  const origin = 1 - tx - upper;
  const plane = (k: number) =>
    value(ix, iy, k) * origin + value(ix + 1, iy, k) * right + value(ix, iy + 1, k) * upper + value(ix + 1, iy + 1, k) * corner;
  return (1 - tz) * impulse * plane(iz) + tz * impulse * plane(iz + 1);
}

const at = new Float64Array(3);

function stirTurbulence(world: NaiveWorld): void {
  const { field, perCell, turbulenceImpulse } = world.constants;
  const seconds = world.tick * stepSeconds;
  for (const eid of query(world.ecs, [world.Position, world.Velocity])) {
    at[0] = world.Position.x[eid] * perCell + (seconds * 0.11 + 65536);
    at[1] = world.Position.y[eid] * perCell + (seconds * 0.07 + 65536);
    at[2] = world.Position.z[eid] * perCell + (seconds * 0.13 + 65536);
    world.Velocity.x[eid] += sampleField(field, at, 0, turbulenceImpulse);
    world.Velocity.y[eid] += sampleField(field, at, 1, turbulenceImpulse);
    world.Velocity.z[eid] += sampleField(field, at, 2, turbulenceImpulse);
  }
}

function integrateMotion(world: NaiveWorld): void {
  const { keep, dt } = world.constants;
  for (const eid of query(world.ecs, [world.Position, world.Velocity])) {
    const ux = world.Velocity.x[eid] * keep;
    const uy = world.Velocity.y[eid] * keep;
    const uz = world.Velocity.z[eid] * keep;
    world.Velocity.x[eid] = ux;
    world.Velocity.y[eid] = uy;
    world.Velocity.z[eid] = uz;
    const before = world.Position.y[eid];
    const after = before + uy * dt;
    if (before * after < 0) world.crossings += 1;
    world.Position.x[eid] += ux * dt;
    world.Position.y[eid] = after;
    world.Position.z[eid] += uz * dt;
  }
}

function boundMotion(world: NaiveWorld): void {
  const { radius, restitution, slide, bounceFlash } = world.constants;
  for (const eid of query(world.ecs, [world.Position, world.Velocity, world.Look])) {
    const { Position, Velocity, Look } = world;
    const squared = Position.x[eid] * Position.x[eid] + Position.y[eid] * Position.y[eid] + Position.z[eid] * Position.z[eid];
    if (squared <= radius * radius) continue;
    const distance = Math.sqrt(squared);
    const nx = Position.x[eid] / distance;
    const ny = Position.y[eid] / distance;
    const nz = Position.z[eid] / distance;
    Position.x[eid] = nx * radius;
    Position.y[eid] = ny * radius;
    Position.z[eid] = nz * radius;
    const outward = Velocity.x[eid] * nx + Velocity.y[eid] * ny + Velocity.z[eid] * nz;
    if (outward <= 0) continue;
    const along = -outward * (restitution + slide);
    Velocity.x[eid] = Velocity.x[eid] * slide + nx * along;
    Velocity.y[eid] = Velocity.y[eid] * slide + ny * along;
    Velocity.z[eid] = Velocity.z[eid] * slide + nz * along;
    if (outward < 0.5) continue;
    world.bounces += 1;
    Look.flash[eid] = Math.max(Look.flash[eid], bounceFlash * Math.min(1, outward / 6));
  }
}

function ageParticles(world: NaiveWorld): void {
  for (const eid of query(world.ecs, [world.Life, world.Look])) {
    const { Life, Look } = world;
    const older = Life.age[eid] + world.constants.dt;
    Life.age[eid] = older;
    Look.flash[eid] = Look.flash[eid] > 0.002 ? Look.flash[eid] * world.constants.fade : 0;
    if (older < Life.lifetime[eid]) continue;
    Life.lifetime[eid] = 0;
    Look.flash[eid] = 0;
  }
}

/** Runs a step, system by system, each with its query. */
export function stepNaively(world: NaiveWorld): void {
  applyGravity(world);
  attractToWell(world);
  stirTurbulence(world);
  integrateMotion(world);
  boundMotion(world);
  ageParticles(world);
}
