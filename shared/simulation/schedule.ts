import { ageParticles } from './systems/age-particles.ts';
import { advanceClock } from './systems/advance-clock.ts';
import { applyCommands } from './systems/apply-commands.ts';
import { applyGravity } from './systems/apply-gravity.ts';
import { attractToWells } from './systems/attract-to-wells.ts';
import type { ThreadPool } from './threads/thread-pool.ts';
import { boundMotion } from './systems/bound-motion.ts';
import { collideParticles } from './systems/collide-particles.ts';
import { composeBass } from './systems/compose-bass.ts';
import { composeChords } from './systems/compose-chords.ts';
import { composeForm } from './systems/compose-form.ts';
import { composeDrums } from './systems/compose-drums.ts';
import { composeHarmony } from './systems/compose-harmony.ts';
import { composeLead } from './systems/compose-lead.ts';
import { composeRhythm } from './systems/compose-rhythm.ts';
import { composeTexture } from './systems/compose-texture.ts';
import { coupleParameters } from './systems/couple-parameters.ts';
import { emitParticles } from './systems/emit-particles.ts';
import { playHands } from './systems/play-hands.ts';
import { spanOfMember } from './neighbours/layout.ts';
import { gravitateBodies } from './systems/gravitate-bodies.ts';
import { heedNeighbours } from './systems/heed-neighbours.ts';
import { integrateMotion } from './systems/integrate-motion.ts';
import { pushParticles } from './systems/push-particles.ts';
import { senseParticles } from './systems/sense-particles.ts';
import { shapeVoices } from './systems/shape-voices.ts';
import { sparkleInWells } from './systems/sparkle-in-wells.ts';
import { stirTurbulence } from './systems/stir-turbulence.ts';
import { weighBodies } from './systems/weigh-bodies.ts';
import { blockSlots, type ParticleSystem, type SharedKernel, type SharedSystem, type System, type UniverseWorld } from './world.ts';

/** The particle systems of a step, run block by block of slots. */
export const particleSchedule: readonly ParticleSystem[] = [
  // Forces change the velocity first, independently; their order only affects the last bits.
  applyGravity,
  attractToWells,
  stirTurbulence,
  // Position follows the new velocity: that is what makes the Euler step semi-implicit.
  integrateMotion,
  // Particles outside the bounds are brought back before another system reads them.
  boundMotion,
  // A particle lives through the whole of its last step.
  ageParticles,
];

/** The order of the systems in a step, defined only here. */
export const schedule: readonly (System | SharedSystem | readonly ParticleSystem[])[] = [
  // Edits carry the tick that is about to be simulated, so the tick is counted first,
  advanceClock,
  // and they apply before anything else reads the document.
  applyCommands,
  // The links read the previous step: that is the delay of the loop.
  coupleParameters,
  // New particles move in the step of their birth.
  emitParticles,
  // Heavy bodies are weighed at their current positions, and pull;
  weighBodies,
  gravitateBodies,
  // neighbours act on each other by a force like the others;
  heedNeighbours,
  // bounces use the resulting velocities. A bounce may push a particle out of the bounds, which are applied last.
  collideParticles,
  particleSchedule,
  // The composer reads what the particles have just done,
  senseParticles,
  // finds its place in the form, which they may bend,
  composeForm,
  // derives its drive and its pattern from it,
  composeRhythm,
  // chooses the bar's chord,
  composeHarmony,
  // plays the notes of pressed keys, which no other note may displace,
  playHands,
  // and writes the parts, the most important ones first: a full second drops the last ones.
  composeLead,
  composeBass,
  composeDrums,
  composeChords,
  composeTexture,
  // Voices sound the notes, with a loudness that the links and the wells will read;
  shapeVoices,
  // sound pushes the particles around it, with effect from the next step on,
  pushParticles,
  // and lights up particles at listening wells.
  sparkleInWells,
];

/** The particle systems of a world as one kernel, which runs them over all used slots block by block. */
export function buildParticleKernel(world: UniverseWorld, systems: readonly ParticleSystem[]): SharedKernel {
  const kernels = systems.map((system) => system.buildParticles(world));
  const { used } = world.stores.Clock;
  let active = kernels;
  return {
    begin() {
      active = kernels.filter((kernel) => kernel.begin());
      return active.length > 0;
    },
    phases: [
      (member, members) => {
        const [first, last] = spanOfMember(Math.ceil(used[0] / blockSlots), member, members);
        for (let block = first; block < last; block++) {
          const start = block * blockSlots;
          const end = Math.min(start + blockSlots, used[0]);
          for (const kernel of active) kernel.run(start, end);
        }
      },
    ],
  };
}

/** Runs a kernel on one thread. */
export function runAlone(kernel: SharedKernel): void {
  if (!kernel.begin()) return;
  for (const phase of kernel.phases) phase(0, 1);
}

function buildShared(world: UniverseWorld, entry: SharedSystem | readonly ParticleSystem[]): SharedKernel {
  return 'buildShared' in entry ? entry.buildShared(world) : buildParticleKernel(world, entry);
}

/** The kernels that threads share, by their place in the schedule. */
export function buildSharedKernels(world: UniverseWorld): readonly (SharedKernel | null)[] {
  return schedule.map((entry) => ('build' in entry ? null : buildShared(world, entry)));
}

/** Builds the whole step of a world, for a thread pool or for this thread alone. */
export function buildStep(world: UniverseWorld, threadPool?: ThreadPool): () => void {
  const phases = schedule.map((entry, section) => {
    if ('build' in entry) return entry.build(world);
    const kernel = buildShared(world, entry);
    return threadPool ? () => threadPool.run(section, kernel) : () => runAlone(kernel);
  });
  return () => {
    for (const phase of phases) phase();
  };
}
