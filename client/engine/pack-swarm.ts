import { freeAge, packedFields, packedValue, particleWords } from '../../shared/simulation/frame-layout.ts';
import { inOctaveFrom } from '../../shared/music/octaves.ts';
import type { Note } from '../../shared/simulation/note.ts';
import { swarmFloats, swarmVoices } from '../../shared/simulation/swarm-layout.ts';

/** Lowest pitch of the swarm in Hz, and the octaves above it over which the heights of the particles are spread. */
const minHz = 311;
const octaves = 3;
/** Energy, 0..255, below which a particle is silent. */
const stillness = 6;
const quietest = 0.25;

/** The packer's input: packed particles as in a frame, and half the size of the scene, in m. */
export interface Crowd {
  readonly words: Uint32Array;
  readonly floats: Float32Array;
  readonly slots: number;
  readonly boundsSize: number;
}

/** Chooses the notes that the swarm hums. The same notes and particles always give the same records. */
export interface SwarmPacker {
  /** Handles the notes of a step: the swarm stays within the sounding chord. */
  hear(notes: readonly Note[]): void;
  /** Fills the records from the liveliest particles, spread evenly over all that are equally lively. */
  pack(crowd: Crowd, records: Float32Array): void;
}

/** Returns the liveliness of a packed particle, 0..255: its speed and the brightness of its last flash. */
function energyOf(word: number): number {
  if (packedValue(word, packedFields.age) === freeAge) return 0;
  const speed = packedValue(word, packedFields.speed);
  const flash = packedValue(word, packedFields.flash);
  return Math.min(255, (speed >>> 1) + flash + (flash >>> 1));
}

export function createSwarmPacker(): SwarmPacker {
  const crowdOfEnergy = new Uint32Array(256);
  let chord: number[] = [];
  let chordTick = -1;
  let root = 0;

  /** Returns the energy threshold that leaves enough particles, and their count. */
  const liveliest = ({ words, slots }: Crowd) => {
    crowdOfEnergy.fill(0);
    for (let slot = 0, at = 3; slot < slots; slot++, at += particleWords) crowdOfEnergy[energyOf(words[at])] += 1;
    let from = 255;
    let count = crowdOfEnergy[255];
    while (from > stillness && count < swarmVoices) {
      from -= 1;
      count += crowdOfEnergy[from];
    }
    return { from, count };
  };

  return {
    hear(notes) {
      for (const { part, tick, frequencyHz } of notes) {
        if (part === 'bass') root = frequencyHz;
        if (part !== 'chords' || !(frequencyHz > 0)) continue;
        if (tick !== chordTick) chord = [];
        chordTick = tick;
        chord.push(frequencyHz);
      }
    },
    pack(crowd, records) {
      const pitches = chord.length > 0 ? chord : root > 0 ? [root] : [];
      const { from, count } = pitches.length > 0 ? liveliest(crowd) : { from: 0, count: 0 };
      const voices = Math.min(count, swarmVoices);
      const { words, floats, slots, boundsSize } = crowd;
      let voice = 0;
      let turn = 0;
      for (let slot = 0, at = 0; slot < slots && voice < voices; slot++, at += particleWords) {
        const energy = energyOf(words[at + 3]);
        if (energy < from) continue;
        // Takes slots at even intervals, so that the chosen ones are spread over all slots.
        turn += voices;
        if (turn < count) continue;
        turn -= count;
        const height = Math.max(0, Math.min(0.999, 0.5 + floats[at + 1] / (2 * boundsSize)));
        const octave = Math.floor(height * octaves);
        const record = voice * swarmFloats;
        records[record] = inOctaveFrom(minHz * 2 ** octave, pitches[slot % pitches.length]);
        records[record + 1] = Math.max(-1, Math.min(1, floats[at] / boundsSize));
        records[record + 2] = quietest + ((1 - quietest) * energy) / 255;
        voice += 1;
      }
      records.fill(0, voice * swarmFloats);
    },
  };
}
