import { classicNoteHz } from '../../coupling/index.ts';
import { log2 } from '../../math/exact.ts';
import { uniformAt } from '../../math/generator.ts';
import { type FormPlace, isQuietSection, nearestDegree } from '../../music/index.ts';
import type { ParameterValues } from '../../parameters/index.ts';
import { ticksPerSecond, type UniverseWorld } from '../world.ts';
import type { BarStep } from './bar-step.ts';

/** Time constant in seconds with which the line follows height and energy of the particles: more than a beat. */
const followSeconds = 1.5;
/** Mean kinetic energy in J of particles that are neither slow nor fast. */
const ordinaryEnergy = 12;
/** Share of the range by which a bar of the phrase rises over the first. */
const arch = [0, 0.1, 0.2, -0.05];
/** How many times wider the arch is per unit of the widest range. */
const archWidening = 6;
/** A phrase takes over the height and the energy of the particles when they have changed by this much, and a later bar when by this. */
const phraseChange = 0.3;
const barChange = 0.6;

/** Computes the degree that the melody tends to. */
export interface Contour {
  /** Follows the particles for a thirty-second of the bar. */
  follow(moment: BarStep): void;
  /** The degree around which a bar's line moves, between the lowest and the highest one of its range. */
  centre(moment: BarStep, low: number, high: number): number;
  /** 0..1, the energy of the particles that the phrase has taken over: the width of the line. */
  energy(): number;
}

/** 0..0.2, by how much the range is about as wide as it can be: lines then go to its ends. */
const widest = ({ melodyRange }: ParameterValues) => Math.max(0, melodyRange - 0.8);

/** Share of the range by which a phrase is elsewhere than a theme usually is. */
function placeOfPhrase(parameters: ParameterValues, place: FormPlace, seed: number): number {
  const { melodyRange } = parameters;
  const draw = uniformAt(seed, place.material, place.letter === 2 ? place.phrase : 0) - 0.5;
  // A theme is where it was; a passage is elsewhere each time, over all of a wide range.
  if (place.letter === 2) return melodyRange * draw;
  if (place.letter === 0) return 0.12 * draw;
  // A contrast is higher than the theme, and lower where the piece is quiet.
  const away = 0.2 + 0.14 * melodyRange + 1.6 * widest(parameters);
  return 0.12 * draw + (isQuietSection(place) ? -away : away);
}

/** Returns a degree moved by octaves of `size` degrees into low..high: at a limit of its register a line would stay on one note. */
function octaveWithin(degree: number, low: number, high: number, size: number): number {
  if (degree > high) return degree - size * Math.ceil((degree - high) / size);
  return degree < low ? degree + size * Math.ceil((low - degree) / size) : degree;
}

export function buildContour(world: UniverseWorld): Contour {
  const { Senses, Composer } = world.stores;

  const hold = (held: Float64Array, value: number, change: number) => {
    if (Math.abs(value - held[0]) > change) held[0] = value;
  };

  const follow = ({ parameters, ticksPerStep, step, place }: BarStep) => {
    const height = Math.max(-1, Math.min(1, Senses.meanHeight[0] / parameters.boundsSize));
    const energy = Senses.kineticEnergy[0] / (Senses.kineticEnergy[0] + ordinaryEnergy);
    const share = Math.min(1, ticksPerStep / (followSeconds * ticksPerSecond));
    Composer.leadHeight[0] += (height - Composer.leadHeight[0]) * share;
    Composer.leadEnergy[0] += (energy - Composer.leadEnergy[0]) * share;
    if (step !== 0) return;
    const change = place.barInPhrase === 0 ? phraseChange : barChange;
    hold(Composer.themeHeight, Composer.leadHeight[0], change);
    hold(Composer.themeEnergy, Composer.leadEnergy[0], change);
  };

  const centre = ({ parameters, scale, tonic, place, seed }: BarStep, low: number, high: number) => {
    if (parameters.couplingMode === 'classic') {
      const midi = 69 + 12 * log2(Math.max(20, classicNoteHz(Senses.meanHeight[0])) / 440);
      return octaveWithin(nearestDegree(scale, tonic, midi + 12 * parameters.octave), low, high, scale.length);
    }
    const lift = 0.3 * Composer.themeHeight[0] + 0.12 * (Composer.themeEnergy[0] - 0.5);
    const widening = 1 + archWidening * widest(parameters);
    const rise = arch[place.barInPhrase] * (0.5 + Composer.themeEnergy[0]) * widening;
    const share = 0.4 + lift + rise + placeOfPhrase(parameters, place, seed);
    return low + Math.floor((high - low) * Math.max(0.08, Math.min(0.92, share)));
  };

  return { follow, centre, energy: () => Composer.themeEnergy[0] };
}
