import { gainOfDb } from '../math/exact.ts';
import { barsPerPhrase, beatsPerBar, stepsPerBar } from '../music/index.ts';
import { partLevels } from './composer/parts-that-play.ts';
import { frameScalars, type FrameScalars, freeAge, maxPacked, packedFields, packedSpeedMax, particleWords } from './frame-layout.ts';
import { parts } from './note.ts';
import { placeWells } from './place-wells.ts';
import type { UniverseWorld } from './world.ts';

/** Memory that a frame is packed into; see `frame-layout.ts`. */
export interface FrameTarget {
  readonly scalars: Float64Array;
  readonly emitters: Float32Array;
  readonly wells: Float32Array;
  readonly words: Uint32Array;
  readonly floats: Float32Array;
}

/** The packed word of a slot that holds no particle: full age. */
const freeWord = freeAge << packedFields.age.shift;

const [maxSpeed, maxFlash, maxPitch] = [packedFields.speed, packedFields.flash, packedFields.pitch].map(maxPacked) as [
  number,
  number,
  number,
];
const maxAge = freeAge - 1;
/** A pitch of 1 still maps to the last integer. */
const pitchSteps = maxPitch + 0.999;
const speedShift = packedFields.speed.shift;
const ageShift = packedFields.age.shift;
const flashShift = packedFields.flash.shift;
const speciesShift = packedFields.species.shift;
const partShift = packedFields.part.shift;
const pitchShift = packedFields.pitch.shift;

/** Builds the packer of a world; it returns the numbers of emitters and wells that it wrote. */
export function buildPackFrame(
  world: UniverseWorld,
): (target: FrameTarget, stepMilliseconds: number) => { emitters: number; wells: number } {
  const { x, y, z } = world.stores.Position;
  const { x: vx, y: vy, z: vz } = world.stores.Velocity;
  const { age, lifetime } = world.stores.Life;
  const { species, part, flash, pitch } = world.stores.Look;
  const { Clock, Senses, Modulation, Composer, Voice, Emitter } = world.stores;
  /** Turns m²/s² into the fourth power of the packed speed. */
  const perSpeed = (maxSpeed * maxSpeed * maxSpeed * maxSpeed) / (packedSpeedMax * packedSpeedMax);

  const packParticles = (words: Uint32Array, floats: Float32Array, used: number) => {
    for (let i = 0, at = 0; i < used; i++, at += particleWords) {
      floats[at] = x[i];
      floats[at + 1] = y[i];
      floats[at + 2] = z[i];
      const life = lifetime[i];
      if (life === 0) {
        words[at + 3] = freeWord;
        continue;
      }
      const ux = vx[i];
      const uy = vy[i];
      const uz = vz[i];
      // Limited as integers: the minimum of two doubles costs twice as much.
      let speed = Math.sqrt(Math.sqrt((ux * ux + uy * uy + uz * uz) * perSpeed)) | 0;
      if (speed > maxSpeed) speed = maxSpeed;
      let older = ((age[i] * freeAge) / life) | 0;
      if (older > maxAge) older = maxAge;
      const light = (flash[i] * maxFlash) | 0;
      const height = (pitch[i] * pitchSteps) | 0;
      words[at + 3] =
        (speed << speedShift) |
        (older << ageShift) |
        (light << flashShift) |
        (species[i] << speciesShift) |
        (part[i] << partShift) |
        (height << pitchShift);
    }
  };

  const partLoudness = (index: number) => {
    let sum = 0;
    for (let voice = 0; voice < world.pools.voice.capacity; voice++) {
      if (Voice.stage[voice] !== 0 && Voice.part[voice] === index) sum += Voice.level[voice] * Voice.velocity[voice];
    }
    return sum * gainOfDb(world.document.parameters[partLevels[parts[index]]]);
  };

  const packScalars = (scalars: Float64Array, stepMilliseconds: number) => {
    const { meter } = world.document.parameters;
    const values: FrameScalars = {
      tick: Clock.tick[0],
      slots: Clock.used[0],
      alive: Senses.alive[0],
      beat: Clock.beat[0],
      beatTick: Clock.beatTick[0],
      beatsPerBar: beatsPerBar(meter),
      tempo: Modulation.tempo[0],
      gravity: Modulation.gravity[0],
      volume: Modulation.volume[0],
      pitch: Modulation.pitch[0],
      brightness: Modulation.brightness[0],
      saturation: Modulation.saturation[0],
      filter: Modulation.filter[0],
      reverb: Modulation.reverb[0],
      loudness: Modulation.loudness[0],
      smoothLoudness: Modulation.smoothLoudness[0],
      bass: Modulation.bass[0],
      middle: Modulation.middle[0],
      high: Modulation.high[0],
      leadLoudness: partLoudness(0),
      bassLoudness: partLoudness(1),
      chordsLoudness: partLoudness(2),
      drumsLoudness: partLoudness(3),
      textureLoudness: partLoudness(4),
      chordHue: Modulation.chordHue[0],
      tension: Modulation.tension[0],
      movement: Composer.movement[0],
      section: Composer.section[0],
      nextSection: Composer.nextSection[0],
      sectionBar: Clock.bar[0] + Clock.barStep[0] / stepsPerBar(meter) - Composer.sectionPhrase[0] * barsPerPhrase,
      sectionBars: Composer.sectionPhrases[0] * barsPerPhrase,
      intensity: Composer.intensity[0],
      plannedDb: Composer.plannedDb[0],
      kineticEnergy: Senses.kineticEnergy[0],
      meanSpeed: Senses.meanSpeed[0],
      meanHeight: Senses.meanHeight[0],
      activity: Senses.activity[0],
      stepMilliseconds,
    };
    for (let index = 0; index < frameScalars.length; index++) scalars[index] = values[frameScalars[index]];
  };

  return (target, stepMilliseconds) => {
    packParticles(target.words, target.floats, Clock.used[0]);
    packScalars(target.scalars, stepMilliseconds);
    const { emitters, wells } = world.document;
    for (let slot = 0; slot < emitters.length; slot++) {
      target.emitters[slot * 3] = Emitter.x[slot];
      target.emitters[slot * 3 + 1] = Emitter.y[slot];
      target.emitters[slot * 3 + 2] = Emitter.z[slot];
    }
    placeWells(world, target.wells);
    return { emitters: emitters.length, wells: wells.length };
  };
}
