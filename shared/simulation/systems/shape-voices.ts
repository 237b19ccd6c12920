import { loudnessOf, loudnessSeconds } from '../../coupling/index.ts';
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
/** Time constant in seconds with which a struck drum dies away. */
const drumSeconds = 0.08;
const drumPart = parts.indexOf('drums');

/** Gives each note of this step a voice entity, stealing the quietest, and runs the envelopes: the modelled sound. */
export const shapeVoices: System = {
  name: 'shape-voices',
  reads: ['Voice', 'Modulation.volume', 'Modulation.smoothLoudness', 'Position'],
  writes: ['Voice', 'Modulation.loudness', 'Modulation.smoothLoudness'],
  build: (world) => {
    const { Voice, Modulation, Position } = world.stores;
    const { capacity } = world.pools.voice;
    const particles = world.pools.particle;
    const levels = new Float64Array(parts.length);
    const drumFade = exp(-stepSeconds / drumSeconds);

    /** A free voice, else the quietest; of equally quiet ones the one that has least left to sound. */
    const freeVoice = () => {
      let best = 0;
      for (let voice = 0; voice < capacity; voice++) {
        if (Voice.stage[voice] === 0) return voice;
        const loud = Voice.level[voice] * Voice.velocity[voice];
        const least = Voice.level[best] * Voice.velocity[best];
        if (loud < least || (loud === least && Voice.remaining[voice] < Voice.remaining[best])) best = voice;
      }
      return best;
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

    /** A drum is struck and dies away whatever the envelope of the instrument. */
    const shapeDrum = (voice: number) => {
      Voice.level[voice] = Voice.stage[voice] === attack ? 1 : Voice.level[voice] * drumFade;
      Voice.stage[voice] = Voice.level[voice] < silence ? 0 : release;
    };

    const shapeTone = (voice: number, rise: number, fall: number, fade: number, held: number) => {
      if (Voice.remaining[voice] > 0) Voice.remaining[voice] -= 1;
      else Voice.stage[voice] = release;
      switch (Voice.stage[voice]) {
        case attack:
          Voice.level[voice] = Math.min(1, Voice.level[voice] + rise);
          if (Voice.level[voice] >= 1) Voice.stage[voice] = decay;
          break;
        case decay:
          Voice.level[voice] += (held - Voice.level[voice]) * fall;
          if (Voice.level[voice] - held < 0.01) Voice.stage[voice] = sustain;
          break;
        case sustain:
          Voice.level[voice] = held;
          break;
        case release:
          Voice.level[voice] *= fade;
          if (Voice.level[voice] < silence) Voice.stage[voice] = 0;
          break;
      }
    };

    return () => {
      const { parameters } = world.document;
      for (let index = 0; index < world.notes.length; index++) begin(world.notes[index]);
      for (let index = 0; index < parts.length; index++) levels[index] = gainOfDb(parameters[partLevels[parts[index]]]);
      const rise = Math.min(1, stepSeconds / parameters.attack);
      const fall = 1 - exp((-3 * stepSeconds) / parameters.decay);
      const fade = exp((-3 * stepSeconds) / parameters.release);
      let sum = 0;
      for (let voice = 0; voice < capacity; voice++) {
        if (Voice.stage[voice] === 0) continue;
        if (Voice.part[voice] === drumPart) shapeDrum(voice);
        else shapeTone(voice, rise, fall, fade, parameters.sustain);
        sum += Voice.level[voice] * Voice.velocity[voice] * levels[Voice.part[voice]];
      }
      const loud = sum * gainOfDb(parameters.volume) * Modulation.volume[0];
      Modulation.loudness[0] = loudnessOf(loud);
      Modulation.smoothLoudness[0] += (Modulation.loudness[0] - Modulation.smoothLoudness[0]) * (stepSeconds / loudnessSeconds);
    };
  },
};
