import { uniformAt } from '../../math/generator.ts';
import { isEuclideanOnset } from '../../music/index.ts';
import { type Drum } from '../note.ts';
import type { UniverseWorld } from '../world.ts';
import { chooseContact } from './choose-particle.ts';
import type { Score } from './score.ts';

/** Where each drum is tuned: the scale's note nearest to this. */
const drumMidi: Record<Drum, number> = { kick: 36, tom: 45, snare: 55, hat: 79 };

/** A kit whose patterns thicken with complexity and with what the matter does; contacts add toms and open the off-beats. */
export function writeDrums(world: UniverseWorld, score: Score): void {
  if (!score.isAudible('drums')) return;
  const { parameters, seed } = world.document;
  const { Clock } = world.stores;
  const { sixteenth, sixteenths, weight, ticksPerSixteenth, bar, drive } = score.moment;
  const busy = parameters.rhythmComplexity * (0.35 + 0.65 * drive);
  const hit = (drum: Drum, velocity: number) => {
    const { slot, rule } = chooseContact(world, Clock.tick[0] * 7 + drumMidi[drum]);
    score.add('drums', drumMidi[drum], velocity, ticksPerSixteenth, slot < 0 || rule === 'grain' ? 'pulse' : rule, slot, drum);
  };

  const kicks = Math.floor(1.5 + busy * 4.5);
  if (isEuclideanOnset(kicks, sixteenths, sixteenth)) hit('kick', sixteenth === 0 ? 0.95 : 0.75);
  const middle = Math.floor(sixteenths / 8) * 4;
  const backbeat = sixteenths % 16 === 0 ? sixteenth % 8 === 4 : sixteenth === middle;
  if (backbeat) hit('snare', 0.7);
  else if (uniformAt(seed, bar % 4, sixteenth + 0x5a) < busy * 0.16 && weight < 0.5) hit('snare', 0.25);
  const hats = Math.floor(sixteenths * (0.25 + 0.5 * busy));
  if (isEuclideanOnset(hats, sixteenths, sixteenth)) hit('hat', 0.25 + 0.4 * weight);
  const fill = bar % 4 === 3 && sixteenth >= sixteenths - 4;
  if (uniformAt(seed, bar % 8, sixteenth + 0x70) < (fill ? 0.55 : 0.12) * busy) hit('tom', 0.5 + 0.2 * drive);
}
