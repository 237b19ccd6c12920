import type { ParameterValues } from '../../../shared/parameters/index.ts';

/** Silences all parts and the ambience, so that a test hears only the part that it turns up. */
export const alone = { ambience: 'none', drumLevel: -60, textureLevel: -60, bassLevel: -60, leadLevel: -60, chordLevel: -60 } as const;
const melodic = { ...alone, leadLevel: -8, chordLevel: -12 } as const;
/** Reference spectra of the instruments: level of each half octave from 40 Hz to 14.5 kHz relative to the loudest one, dB. */
export const golden: readonly { name: string; change: Partial<ParameterValues>; bands: readonly number[] }[] = [
  {
    name: 'pluck',
    change: { ...melodic, instrument: 'pluck' },
    bands: [-66, -61, -59, -55, -41, -23, -18, -5, -2, -1, 0, -7, -6, -6, -11, -21, -34],
  },
  {
    name: 'bells',
    change: { ...melodic, instrument: 'bells' },
    bands: [-64, -54, -46, -25, -23, -13, -9, -5, -4, -11, -3, -4, 0, -6, -11, -22, -38],
  },
  {
    name: 'pad',
    change: { ...melodic, instrument: 'pad' },
    bands: [-81, -74, -54, -19, -15, -9, -3, -2, 0, -7, -5, -7, -10, -15, -23, -28, -40],
  },
  {
    name: 'choir',
    change: { ...melodic, instrument: 'choir' },
    bands: [-78, -71, -69, -68, -50, -23, -12, -5, 0, -3, -7, -15, -15, -24, -30, -28, -39],
  },
  {
    name: 'keys',
    change: { ...melodic, instrument: 'keys' },
    bands: [-28, -27, -36, -38, -39, -9, -4, -1, 0, -4, -1, -5, -10, -13, -19, -23, -35],
  },
  {
    name: 'piano',
    change: { ...melodic, instrument: 'piano' },
    bands: [-33, -25, -18, -25, -26, -12, -8, 0, 0, -15, -10, -13, -12, -17, -29, -26, -37],
  },
  {
    name: 'marimba',
    change: { ...melodic, instrument: 'marimba' },
    bands: [-62, -51, -46, -46, -42, -16, -10, -2, 0, -25, -23, -16, -18, -29, -32, -29, -40],
  },
  {
    name: 'vibraphone',
    change: { ...melodic, instrument: 'vibraphone' },
    bands: [-49, -41, -37, -42, -41, -14, -7, -1, 0, -33, -24, -13, -14, -18, -22, -28, -39],
  },
  {
    name: 'harp',
    change: { ...melodic, instrument: 'harp' },
    bands: [-40, -34, -31, -36, -29, -13, -8, 0, 0, -25, -15, -12, -15, -15, -14, -25, -37],
  },
  {
    name: 'guitar',
    change: { ...melodic, instrument: 'guitar' },
    bands: [-44, -34, -19, -14, -7, -6, -8, -3, -5, -2, 0, -4, 0, -2, -6, -19, -34],
  },
  {
    name: 'strings',
    change: { ...melodic, instrument: 'strings' },
    bands: [-56, -47, -45, -50, -41, -15, -8, -1, 0, -8, -4, -4, -5, -7, -14, -25, -37],
  },
  {
    name: 'double bass',
    change: { ...alone, bassLevel: -8, instrument: 'piano' },
    bands: [-16, -2, 0, -7, -6, -18, -28, -25, -33, -42, -38, -22, -26, -33, -36, -32, -43],
  },
  {
    name: 'bass',
    change: { ...alone, bassLevel: -8 },
    bands: [-20, -1, 0, -19, -25, -34, -65, -51, -60, -77, -68, -27, -29, -38, -41, -36, -47],
  },
  {
    name: 'drums',
    change: { ...alone, drumLevel: -8 },
    bands: [-3, 0, -1, 0, -4, -12, -13, -15, -15, -15, -13, -10, -10, -7, -5, -4, -3],
  },
  {
    name: 'texture',
    change: { ...alone, textureLevel: -8 },
    bands: [-70, -63, -59, -60, -56, -52, -49, -40, -29, 0, -2, -17, -19, -26, -31, -26, -37],
  },
  {
    name: 'swarm',
    change: { ...alone, textureLevel: -8 },
    bands: [-91, -90, -89, -88, -83, -76, -60, -4, 0, -32, -31, -39, -101, -106, -110, -112, -112],
  },
];
