import { fifthsFromTonic } from './chords.ts';
import { type KeyName, tonicOf } from './scales.ts';

/** Hue of C, in degrees of OKLCH; each fifth up adds a twelfth of the circle. */
const hueOfC = 255;
const degreesPerFifth = 30;

/** Returns the middle hue of a key in degrees: neighbours on the circle of fifths have neighbouring hues. */
export const hueOfKey = (key: KeyName): number => hueOfC + degreesPerFifth * fifthsFromTonic(tonicOf(key));
