import { exp, gainOfDb } from '../../math/exact.ts';
import { partLevels } from '../composer/score.ts';
import { type Note, parts } from '../note.ts';
import { stepSeconds, type System } from '../world.ts';

const attack = 1;
const decay = 2;
const sustain = 3;
const release = 4;
/** Level under which a released voice is free, −60 dB. */
const silence = 0.001;
/** Time constant in seconds of the smoothed loudness, and how fast the momentary one falls: over a beat at 40 BPM. */
const smoothSeconds = 2;

/** Gives each note of this step a voice entity, stealing the quietest, and runs the envelopes: the modelled sound. */
export const shapeVoices: System = {
  name: 'shape-voices',
  reads: ['Voice', 'Modulation.volume', 'Modulation.smoothLoudness', 'Position'],
  writes: ['Voice', 'Modulation.loudness', 'Modulation.smoothLoudness'],
  build: (world) => {
    const { Voice, Modulation, Position } = world.stores;
    const { capacity } = world.pools.voice;
    const particles = world.pools.particle;

    const freeVoice = () => {
      let quietest = 0;
      for (let voice = 0; voice < capacity; voice++) {
        if (Voice.stage[voice] === 0) return voice;
        if (Voice.level[voice] * Voice.velocity[voice] < Voice.level[quietest] * Voice.velocity[quietest]) quietest = voice;
      }
      return quietest;
    };

    const begin = (note: Note) => {
      const voice = freeVoice();
      const slot = note.cause - particles.first;
      Voice.part[voice] = parts.indexOf(note.part);
      Voice.stage[voice] = attack;
      Voice.remaining[voice] = note.durationTicks;
      Voice.cause[voice] = note.cause;
      Voice.velocity[voice] = note.velocity;
      Voice.level[voice] = 0;
      Voice.frequency[voice] = note.frequencyHz;
      Voice.x[voice] = slot < 0 ? 0 : Position.x[slot];
      Voice.y[voice] = slot < 0 ? 0 : Position.y[slot];
      Voice.z[voice] = slot < 0 ? 0 : Position.z[slot];
    };

    return () => {
      const { parameters } = world.document;
      for (const note of world.notes) begin(note);
      const rise = Math.min(1, stepSeconds / parameters.attack);
      const fall = 1 - exp((-3 * stepSeconds) / parameters.decay);
      const fade = exp((-3 * stepSeconds) / parameters.release);
      let sum = 0;
      for (let voice = 0; voice < capacity; voice++) {
        if (Voice.stage[voice] === 0) continue;
        if (Voice.stage[voice] === attack) {
          Voice.level[voice] = Math.min(1, Voice.level[voice] + rise);
          if (Voice.level[voice] >= 1) Voice.stage[voice] = decay;
        } else if (Voice.stage[voice] === decay) {
          Voice.level[voice] += (parameters.sustain - Voice.level[voice]) * fall;
          if (Voice.level[voice] - parameters.sustain < 0.01) Voice.stage[voice] = sustain;
        } else if (Voice.stage[voice] === release) {
          Voice.level[voice] *= fade;
          if (Voice.level[voice] < silence) Voice.stage[voice] = 0;
        }
        if (Voice.remaining[voice] > 0) Voice.remaining[voice] -= 1;
        else if (Voice.stage[voice] !== 0) Voice.stage[voice] = release;
        sum += Voice.level[voice] * Voice.velocity[voice] * gainOfDb(parameters[partLevels[parts[Voice.part[voice]]]]);
      }
      const loud = sum * gainOfDb(parameters.volume) * Modulation.volume[0];
      Modulation.loudness[0] = loud / (0.5 + loud);
      Modulation.smoothLoudness[0] += (Modulation.loudness[0] - Modulation.smoothLoudness[0]) * (stepSeconds / smoothSeconds);
    };
  },
};
