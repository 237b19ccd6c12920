import { englishNames } from './english-names.ts';
import type { Comparison, Form, WordLanguage } from './language.ts';

/** Returns a stem as it is written before its ending was put to it: nic(er), big(ger), wild(er). */
function stemsBefore(stem: string, comparison: Comparison): Form[] {
  const undoubled = stem.length > 3 && stem.at(-1) === stem.at(-2) ? [stem.slice(0, -1)] : [];
  const stems = stem.endsWith('i') ? [`${stem.slice(0, -1)}y`] : [stem, `${stem}e`, ...undoubled];
  return stems.map((word) => ({ word, comparison }));
}

/** Endings by which an English word differs from its entry. */
const endings: readonly (readonly [ending: string, comparison: Comparison])[] = [
  ['er', 'more'],
  ['est', 'most'],
  ['s', 'plain'],
  ['es', 'plain'],
  ['ly', 'plain'],
  ['ing', 'plain'],
  ['ed', 'plain'],
];

export const english: WordLanguage = {
  names: englishNames,
  choices: [
    ['rhodes, electric piano, e piano', { instrument: 'keys' }],
    ['bell, chime, glockenspiel, carillon', { instrument: 'bells' }],
    ['grand piano', { instrument: 'piano' }],
    ['plucked, plucks', { instrument: 'pluck' }],
    ['violin, cello, string, orchestra', { instrument: 'strings' }],
    ['voice, vocal, singing', { instrument: 'choir' }],
    ['vibes', { instrument: 'vibraphone' }],
    ['synth pad, pads', { instrument: 'pad' }],
    ['saw wave, saw', { waveform: 'sawtooth' }],
    ['minor', { scale: 'natural-minor' }],
    ['pentatonic', { scale: 'major-pentatonic' }],
    ['bluesy', { scale: 'blues' }],
    ['cricket, crickets', { ambience: 'night' }],
    ['black and white, monochrome, greyscale, grayscale', { palette: 'mono' }],
    ['northern lights, northern light', { palette: 'aurora' }],
  ],
  keys: {
    c: 'C',
    'c sharp': 'C♯',
    'd flat': 'C♯',
    d: 'D',
    'd sharp': 'D♯',
    'e flat': 'D♯',
    e: 'E',
    f: 'F',
    'f sharp': 'F♯',
    'g flat': 'F♯',
    g: 'G',
    'g sharp': 'G♯',
    'a flat': 'G♯',
    a: 'A',
    'a sharp': 'A♯',
    'b flat': 'A♯',
    b: 'B',
  },
  modifiers: {
    not: { kind: 'not' },
    no: { kind: 'not' },
    without: { kind: 'not' },
    never: { kind: 'not' },
    "don't": { kind: 'not' },
    "isn't": { kind: 'not' },
    so: { kind: 'so' },
    too: { kind: 'too' },
    that: { kind: 'so' },
    more: { kind: 'more' },
    less: { kind: 'less' },
    fewer: { kind: 'less' },
    'a bit': { kind: 'degree', by: 0.5 },
    'a little': { kind: 'degree', by: 0.5 },
    'a touch': { kind: 'degree', by: 0.4 },
    slightly: { kind: 'degree', by: 0.5 },
    somewhat: { kind: 'degree', by: 0.6 },
    rather: { kind: 'degree', by: 0.8 },
    very: { kind: 'degree', by: 1.4 },
    really: { kind: 'degree', by: 1.3 },
    much: { kind: 'degree', by: 1.6 },
    many: { kind: 'degree', by: 1.4 },
    'a lot': { kind: 'degree', by: 1.6 },
    far: { kind: 'degree', by: 1.6 },
    extremely: { kind: 'degree', by: 1.8 },
    totally: { kind: 'degree', by: 1.6 },
  },
  silent:
    'a an and as at be but by can could feel feels for from give get go have i in into is it its itself just key let like little look looks ' +
    'make makes me mood music my of on one or over please put should some something sounds the then there these they this through to ' +
    'under up us want we with would you your bpm tempo atmosphere scene kind sort piece picture scale instrument plays play',
  formsOf(word) {
    const forms: Form[] = [{ word, comparison: 'plain' }];
    for (const [ending, comparison] of endings)
      if (word.length > ending.length + 2 && word.endsWith(ending)) forms.push(...stemsBefore(word.slice(0, -ending.length), comparison));
    return forms;
  },
};
