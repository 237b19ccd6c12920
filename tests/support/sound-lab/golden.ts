import type { ParameterValues } from '../../../shared/parameters/index.ts';

/** Silences all parts and the ambience, so that a test hears only the part that it turns up. */
export const alone = { ambience: 'none', drumLevel: -60, textureLevel: -60, bassLevel: -60, leadLevel: -60, chordLevel: -60 } as const;
const melodic = { ...alone, leadLevel: -8, chordLevel: -12 } as const;
/** Reference spectra of the instruments: level of each half octave from 40 Hz to 14.5 kHz relative to the loudest one, dB. */
export const golden: readonly { name: string; change: Partial<ParameterValues>; bands: readonly number[] }[] = [
  {
    name: 'pluck',
    change: { ...melodic, instrument: 'pluck' },
    bands: [-66, -61, -58, -55, -40, -23, -18, -5, -2, -1, 0, -7, -7, -9, -16, -26, -39],
  },
  {
    name: 'bells',
    change: { ...melodic, instrument: 'bells' },
    bands: [-70, -60, -53, -46, -34, -14, -9, -1, 0, -10, -3, -5, -2, -14, -20, -28, -40],
  },
  {
    name: 'pad',
    change: { ...melodic, instrument: 'pad' },
    bands: [-86, -81, -77, -72, -54, -10, -3, -2, 0, -10, -9, -16, -21, -30, -39, -34, -45],
  },
  {
    name: 'choir',
    change: { ...melodic, instrument: 'choir' },
    bands: [-84, -78, -74, -68, -49, -6, 0, -11, -1, -11, -12, -19, -19, -26, -33, -33, -45],
  },
  {
    name: 'keys',
    change: { ...melodic, instrument: 'keys' },
    bands: [-30, -29, -37, -40, -37, -10, -5, -1, 0, -7, -4, -13, -18, -30, -37, -31, -42],
  },
  {
    name: 'piano',
    change: { ...melodic, instrument: 'piano' },
    bands: [-34, -26, -19, -25, -27, -12, -8, 0, -1, -15, -10, -14, -14, -21, -35, -31, -43],
  },
  {
    name: 'marimba',
    change: { ...melodic, instrument: 'marimba' },
    bands: [-62, -50, -46, -46, -42, -16, -10, -2, 0, -26, -24, -15, -19, -29, -35, -31, -42],
  },
  {
    name: 'bass',
    change: { ...alone, bassLevel: -8 },
    bands: [-20, -1, 0, -19, -25, -34, -65, -50, -59, -77, -68, -27, -31, -40, -47, -40, -51],
  },
  {
    name: 'drums',
    change: { ...alone, drumLevel: -8 },
    bands: [0, -1, -1, 0, -2, -13, -10, -20, -31, -34, -34, -16, -19, -27, -29, -25, -26],
  },
  {
    name: 'texture',
    change: { ...alone, textureLevel: -8 },
    bands: [-70, -63, -59, -60, -56, -52, -48, -39, -29, 0, -2, -18, -20, -28, -37, -30, -41],
  },
  {
    name: 'swarm',
    change: { ...alone, textureLevel: -8 },
    bands: [-91, -90, -89, -88, -83, -76, -60, -4, 0, -32, -31, -39, -101, -106, -110, -112, -112],
  },
];
