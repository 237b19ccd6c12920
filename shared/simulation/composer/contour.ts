import { classicNoteHz } from '../../coupling/index.ts';
import { log } from '../../math/exact.ts';
import { uniformAt } from '../../math/generator.ts';
import { nearestDegree } from '../../music/index.ts';
import { ticksPerSecond, type UniverseWorld } from '../world.ts';
import type { BarStep } from './bar-step.ts';

/** Time constant in seconds with which the line follows height and energy of the particles: more than a beat. */
const followSeconds = 1.5;
/** Mean kinetic energy in J of particles that are neither slow nor fast. */
const ordinaryEnergy = 12;
/** Share of the range by which a bar of the phrase rises over the first. */
const arch = [0, 0.1, 0.2, -0.05];

/** Computes the degree that the melody tends to. */
export interface Contour {
  /** Follows the particles for a thirty-second of the bar. */
  follow(moment: BarStep): void;
  /** The degree around which a bar's line moves. */
  centre(moment: BarStep, low: number, high: number): number;
  /** 0..1, the energy of the particles: the width of the line. */
  energy(): number;
}

export function buildContour(world: UniverseWorld): Contour {
  const { Senses, Composer } = world.stores;

  const follow = ({ parameters, ticksPerStep }: BarStep) => {
    const height = Math.max(-1, Math.min(1, Senses.meanHeight[0] / parameters.boundsSize));
    const energy = Senses.kineticEnergy[0] / (Senses.kineticEnergy[0] + ordinaryEnergy);
    const share = Math.min(1, ticksPerStep / (followSeconds * ticksPerSecond));
    Composer.leadHeight[0] += (height - Composer.leadHeight[0]) * share;
    Composer.leadEnergy[0] += (energy - Composer.leadEnergy[0]) * share;
  };

  const centre = ({ parameters, scale, tonic, place, seed }: BarStep, low: number, high: number) => {
    if (parameters.couplingMode === 'classic') {
      const midi = 69 + (12 * log(Math.max(20, classicNoteHz(Senses.meanHeight[0])) / 440)) / 0.6931471805599453;
      return nearestDegree(scale, tonic, midi + 12 * parameters.octave);
    }
    const lift = 0.3 * Composer.leadHeight[0] + 0.12 * (Composer.leadEnergy[0] - 0.5);
    const wander = (uniformAt(seed, place.material, place.phrase) - 0.5) * 0.12;
    const share = 0.4 + lift + arch[place.barInPhrase] * (0.5 + Composer.leadEnergy[0]) + wander + (place.letter === 1 ? 0.12 : 0);
    return low + Math.floor((high - low) * Math.max(0.08, Math.min(0.92, share)));
  };

  return { follow, centre, energy: () => Composer.leadEnergy[0] };
}
