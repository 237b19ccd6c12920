import { freeAge, packedFields, packedValue, particleWords } from '../../shared/simulation/frame-layout.ts';
import type { Point } from './camera.ts';
import { frameSeconds, jumpDistance } from './frame-state.ts';
import type { RenderInput } from './types.ts';

/** Knuth's multiplicative hash. */
const lotFactor = 2_654_435_761;

/** A sample that represents all particles of a frame; `share` is its share of them. */
export interface ParticleSample {
  readonly share: number;
  /**
   * Calls `draw` with each live particle: its position in m between the previous frame (`alpha` 0) and this one (1), and its packed word.
   */
  forEach(input: Pick<RenderInput, 'frame' | 'alpha' | 'parameters'>, draw: (place: Point, word: number) => void): void;
}

/** Samples at most `most` particles, a pseudo-random one of each group, and remembers their previous positions. */
export function createParticleSample(most: number): ParticleSample {
  let [now, before] = [new Uint32Array(), new Uint32Array()];
  let stride = 1;
  let sequence = Number.NaN;
  let tick = Number.NaN;
  let jump = 0;
  const place: [number, number, number] = [0, 0, 0];

  const take = ({ frame, parameters }: Pick<RenderInput, 'frame' | 'parameters'>) => {
    const nextStride = Math.max(1, Math.ceil(frame.slots / most));
    const seconds = frameSeconds(frame.scalars.tick, tick);
    // Groups of another size hold other particles.
    const isNext = nextStride === stride && seconds > 0;
    [now, before] = [before, now];
    stride = nextStride;
    const count = Math.floor(frame.slots / stride);
    if (now.length !== count * particleWords) now = new Uint32Array(count * particleWords);
    for (let index = 0; index < count; index++) {
      // A hash picks the slot, so that emitters that take turns are all visible.
      const slot = index * stride + ((Math.imul(index * stride + 1, lotFactor) >>> 16) % stride);
      for (let word = 0; word < particleWords; word++) now[index * particleWords + word] = frame.words[slot * particleWords + word];
    }
    jump = isNext ? jumpDistance(seconds, parameters.timeScale) : 0;
    sequence = frame.sequence;
    ({ tick } = frame.scalars);
  };

  return {
    get share() {
      return 1 / stride;
    },
    forEach(input, draw) {
      if (input.frame.sequence !== sequence) take(input);
      const back = 1 - Math.min(1, Math.max(0, input.alpha));
      const here = new Float32Array(now.buffer);
      const there = new Float32Array(before.buffer);
      for (let at = 0; at < now.length; at += particleWords) {
        const word = now[at + 3];
        const age = packedValue(word, packedFields.age);
        if (age === freeAge) continue;
        const dx = here[at] - there[at];
        const dy = here[at + 1] - there[at + 1];
        const dz = here[at + 2] - there[at + 2];
        // If the particle is younger than before, or the slot was free, it is another particle.
        const isSame =
          at < before.length && packedValue(before[at + 3], packedFields.age) <= age && dx * dx + dy * dy + dz * dz < jump * jump;
        const part = isSame ? back : 0;
        place[0] = part === 0 ? here[at] : here[at] - dx * part;
        place[1] = part === 0 ? here[at + 1] : here[at + 1] - dy * part;
        place[2] = part === 0 ? here[at + 2] : here[at + 2] - dz * part;
        draw(place, word);
      }
    },
  };
}
