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
    bands: [-63, -53, -44, -24, -21, -11, -8, -4, -2, -10, -2, -3, 0, -8, -14, -27, -42],
  },
  {
    name: 'pad',
    change: { ...melodic, instrument: 'pad' },
    bands: [-81, -74, -54, -19, -15, -9, -3, -2, 0, -7, -5, -8, -11, -18, -28, -34, -46],
  },
  {
    name: 'choir',
    change: { ...melodic, instrument: 'choir' },
    bands: [-78, -71, -69, -68, -50, -23, -12, -5, 0, -3, -7, -16, -16, -27, -35, -34, -45],
  },
  {
    name: 'keys',
    change: { ...melodic, instrument: 'keys' },
    bands: [-28, -27, -36, -38, -39, -9, -4, -1, 0, -4, -1, -6, -11, -16, -23, -29, -41],
  },
  {
    name: 'piano',
    change: { ...melodic, instrument: 'piano' },
    bands: [-34, -26, -19, -25, -27, -12, -8, 0, -1, -15, -10, -14, -14, -21, -35, -31, -43],
  },
  {
    name: 'marimba',
    change: { ...melodic, instrument: 'marimba' },
    bands: [-62, -51, -46, -46, -42, -16, -10, -2, 0, -25, -23, -16, -19, -32, -38, -35, -46],
  },
  {
    name: 'vibraphone',
    change: { ...melodic, instrument: 'vibraphone' },
    bands: [-49, -41, -37, -42, -40, -14, -7, -1, 0, -33, -24, -13, -14, -19, -25, -34, -45],
  },
  {
    name: 'harp',
    change: { ...melodic, instrument: 'harp' },
    bands: [-40, -33, -31, -36, -29, -13, -8, 0, 0, -25, -15, -13, -17, -18, -19, -30, -43],
  },
  {
    name: 'guitar',
    change: { ...melodic, instrument: 'guitar' },
    bands: [-43, -33, -18, -14, -6, -6, -8, -3, -5, -2, 0, -5, -1, -5, -10, -24, -40],
  },
  {
    name: 'strings',
    change: { ...melodic, instrument: 'strings' },
    bands: [-56, -47, -45, -50, -41, -15, -8, -1, 0, -8, -4, -5, -7, -11, -20, -31, -42],
  },
  {
    name: 'double bass',
    change: { ...alone, bassLevel: -8, instrument: 'piano' },
    bands: [-16, -2, 0, -7, -6, -18, -28, -25, -33, -42, -38, -23, -27, -36, -41, -37, -49],
  },
  {
    name: 'bass',
    change: { ...alone, bassLevel: -8 },
    bands: [-20, -1, 0, -19, -25, -34, -65, -50, -59, -77, -68, -27, -31, -40, -47, -40, -51],
  },
  {
    name: 'drums',
    change: { ...alone, drumLevel: -8 },
    bands: [-3, 0, -1, 0, -4, -12, -13, -15, -15, -15, -13, -11, -11, -10, -10, -10, -9],
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
