import { addTone, type Bands, followBand, heardOf, loudnessOf, loudnessSeconds } from '../../coupling/index.ts';
import { exp, exp2, gainOfDb } from '../../math/exact.ts';
import { partLevels } from '../composer/parts-that-play.ts';
import { type Drum, drums, type Note, parts } from '../note.ts';
import { stepSeconds, type System } from '../world.ts';

const attack = 1;
const decay = 2;
const sustain = 3;
const release = 4;
/** Level under which a released voice is free, −60 dB. */
const silence = 0.001;
/** Time constant in seconds with which a struck drum decays. */
const drumSeconds = 0.08;
const drumPart = parts.indexOf('drums');
/** Shares of a drum's sound, bass and high, the rest being the middle; a tom sounds where it is tuned to. */
const drumShares: Readonly<Record<Drum, readonly [bass: number, high: number] | null>> = {
  kick: [1, 0],
  tom: null,
  snare: [0, 0.5],
  hat: [0, 1],
};
const sharesOfDrum = drums.map((drum) => drumShares[drum]);

/** Gives each note of this step a voice entity, stealing the quietest, and runs the envelopes: the modelled sound. */
export const shapeVoices: System = {
  name: 'shape-voices',
  reads: [
    'Voice',
    'Modulation.volume',
    'Modulation.pitch',
    'Modulation.smoothLoudness',
    'Modulation.bass',
    'Modulation.middle',
    'Modulation.high',
    'Position',
  ],
  writes: ['Voice', 'Modulation.loudness', 'Modulation.smoothLoudness', 'Modulation.bass', 'Modulation.middle', 'Modulation.high'],
  build: (world) => {
    const { Voice, Modulation, Position } = world.stores;
    const { capacity } = world.pools.voice;
    const particles = world.pools.particle;
    const levels = new Float64Array(parts.length);
    const drumFade = exp(-stepSeconds / drumSeconds);
    const bands: Bands = { bass: 0, middle: 0, high: 0 };

    /** Returns a free voice, else the quietest that no key holds; of equally quiet ones the one with the least time left. */
    const freeVoice = () => {
      let best = -1;
      for (let voice = 0; voice < capacity; voice++) {
        if (Voice.stage[voice] === 0) return voice;
        if (Voice.key[voice] > 0) continue;
        if (best < 0) {
          best = voice;
          continue;
        }
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
      Voice.drum[voice] = note.drum === null ? 0 : drums.indexOf(note.drum) + 1;
      Voice.stage[voice] = attack;
      Voice.remaining[voice] = note.durationTicks;
      Voice.key[voice] = note.key === undefined ? 0 : note.key + 1;
      Voice.cause[voice] = note.cause;
      Voice.velocity[voice] = note.velocity;
      Voice.level[voice] = 0;
      Voice.frequency[voice] = note.frequencyHz;
      Voice.x[voice] = slot < 0 ? 0 : Position.x[slot];
      Voice.y[voice] = slot < 0 ? 0 : Position.y[slot];
      Voice.z[voice] = slot < 0 ? 0 : Position.z[slot];
    };

    /** Shapes a drum, which is struck and decays at any envelope of the instrument. */
    const shapeDrum = (voice: number) => {
      Voice.level[voice] = Voice.stage[voice] === attack ? 1 : Voice.level[voice] * drumFade;
      Voice.stage[voice] = Voice.level[voice] < silence ? 0 : release;
    };

    const shapeTone = (voice: number, rise: number, fall: number, fade: number, held: number) => {
      if (Voice.remaining[voice] > 0) Voice.remaining[voice] -= 1;
      else {
        Voice.stage[voice] = release;
        Voice.key[voice] = 0;
      }
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

    /** Adds the sound of a voice to the bands; `ratio` transposes tones. */
    const addToBands = (voice: number, amplitude: number, ratio: number) => {
      const shares = Voice.drum[voice] === 0 ? null : sharesOfDrum[Voice.drum[voice] - 1];
      if (shares === null) {
        addTone(bands, Voice.frequency[voice] * ratio, amplitude);
        return;
      }
      bands.bass += amplitude * shares[0];
      bands.middle += amplitude * (1 - shares[0] - shares[1]);
      bands.high += amplitude * shares[1];
    };

    const followBands = (gain: number) => {
      Modulation.bass[0] = followBand(Modulation.bass[0], heardOf('bass', bands.bass * gain), stepSeconds);
      Modulation.middle[0] = followBand(Modulation.middle[0], heardOf('middle', bands.middle * gain), stepSeconds);
      Modulation.high[0] = followBand(Modulation.high[0], heardOf('high', bands.high * gain), stepSeconds);
    };

    return () => {
      const { parameters } = world.document;
      for (let index = 0; index < world.notes.length; index++) begin(world.notes[index]);
      for (let index = 0; index < parts.length; index++) levels[index] = gainOfDb(parameters[partLevels[parts[index]]]);
      const rise = Math.min(1, stepSeconds / parameters.attack);
      const fall = 1 - exp((-3 * stepSeconds) / parameters.decay);
      const fade = exp((-3 * stepSeconds) / parameters.release);
      const ratio = exp2((parameters.pitch + Modulation.pitch[0]) / 12);
      bands.bass = 0;
      bands.middle = 0;
      bands.high = 0;
      let sum = 0;
      for (let voice = 0; voice < capacity; voice++) {
        if (Voice.stage[voice] === 0) continue;
        if (Voice.part[voice] === drumPart) shapeDrum(voice);
        else shapeTone(voice, rise, fall, fade, parameters.sustain);
        const amplitude = Voice.level[voice] * Voice.velocity[voice] * levels[Voice.part[voice]];
        sum += amplitude;
        addToBands(voice, amplitude, ratio);
      }
      const gain = gainOfDb(parameters.volume) * Modulation.volume[0];
      const loud = sum * gain;
      Modulation.loudness[0] = loudnessOf(loud);
      Modulation.smoothLoudness[0] += (Modulation.loudness[0] - Modulation.smoothLoudness[0]) * (stepSeconds / loudnessSeconds);
      followBands(gain);
    };
  },
};
