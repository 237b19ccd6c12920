import { germanNames } from './german-names.ts';
import type { Comparison, Form, WordLanguage } from './language.ts';

/** Endings of cases and plurals, shorter before longer, and those of comparatives and superlatives. */
const inflections = ['e', 'n', 's', 'en', 'es', 'em'];
const comparatives = ['er', 'ere', 'eren', 'erem', 'erer', 'eres'];
const superlatives = ['sten', 'ste', 'ster', 'stes', 'esten', 'este'];

/** Words after which an adjective in -er is no comparative: ein heller Tag. */
const indefiniteBefore = new Set(['ein', 'kein', 'mein', 'dein', 'unser', 'so', 'sehr', 'nicht', 'zu', 'voller']);

const plainVowels: Readonly<Record<string, string>> = { ä: 'a', ö: 'o', ü: 'u' };

/** Returns the stem, the stem as it is without its ending, dunkl(er), and as it is without an umlaut, wärm(er). */
function stemsBefore(stem: string, comparison: Comparison): Form[] {
  const stems = [stem, stem.replace(/([^aeiouäöü])([lr])$/, '$1e$2'), stem.replace(/[äöü]/, (vowel) => plainVowels[vowel]), `${stem}e`];
  return [...new Set(stems)].map((word) => ({ word, comparison }));
}

const stripped = (word: string, endings: readonly string[], comparison: Comparison) =>
  endings
    .filter((ending) => word.length > ending.length + 2 && word.endsWith(ending))
    .flatMap((ending) => stemsBefore(word.slice(0, -ending.length), comparison));

export const german: WordLanguage = {
  names: germanNames,
  choices: [
    ['klavier, flügel', { instrument: 'piano' }],
    ['e piano', { instrument: 'keys' }],
    ['glocke, glockenspiel', { instrument: 'bells' }],
    ['gezupft, zupfen', { instrument: 'pluck' }],
    ['fläche, klangfläche', { instrument: 'pad' }],
    ['chor, chöre, gesang, stimme', { instrument: 'choir' }],
    ['harfe', { instrument: 'harp' }],
    ['gitarre', { instrument: 'guitar' }],
    ['streicher, geige, cello, orchester', { instrument: 'strings' }],
    ['vibraphon, vibrafon', { instrument: 'vibraphone' }],
    ['sinus', { waveform: 'sine' }],
    ['dreieck', { waveform: 'triangle' }],
    ['sägezahn', { waveform: 'sawtooth' }],
    ['rechteck', { waveform: 'square' }],
    ['dur', { scale: 'major' }],
    ['moll', { scale: 'natural-minor' }],
    ['harmonisches moll, harmonisch moll', { scale: 'harmonic-minor' }],
    ['melodisches moll, melodisch moll', { scale: 'melodic-minor' }],
    ['dorisch', { scale: 'dorian' }],
    ['phrygisch', { scale: 'phrygian' }],
    ['lydisch', { scale: 'lydian' }],
    ['mixolydisch', { scale: 'mixolydian' }],
    ['lokrisch', { scale: 'locrian' }],
    ['pentatonik, pentatonisch, dur pentatonik', { scale: 'major-pentatonic' }],
    ['moll pentatonik', { scale: 'minor-pentatonic' }],
    ['ganzton, ganztonleiter', { scale: 'whole-tone' }],
    ['chromatisch', { scale: 'chromatic' }],
    ['grille, grillen', { ambience: 'night' }],
    ['brummen', { ambience: 'hum' }],
    ['schwarzweiß, schwarz weiß, einfarbig', { palette: 'mono' }],
    ['polarlicht, nordlicht', { palette: 'aurora' }],
    ['orchidee', { palette: 'orchid' }],
  ],
  keys: {
    c: 'C',
    cis: 'C♯',
    des: 'C♯',
    d: 'D',
    dis: 'D♯',
    es: 'D♯',
    e: 'E',
    f: 'F',
    fis: 'F♯',
    ges: 'F♯',
    g: 'G',
    gis: 'G♯',
    as: 'G♯',
    a: 'A',
    ais: 'A♯',
    b: 'A♯',
    h: 'B',
  },
  modifiers: {
    nicht: { kind: 'not' },
    kein: { kind: 'not' },
    keine: { kind: 'not' },
    keinen: { kind: 'not' },
    ohne: { kind: 'not' },
    nie: { kind: 'not' },
    so: { kind: 'so' },
    zu: { kind: 'too' },
    allzu: { kind: 'too' },
    mehr: { kind: 'more' },
    weniger: { kind: 'less' },
    'ein bisschen': { kind: 'degree', by: 0.5 },
    bisschen: { kind: 'degree', by: 0.5 },
    'ein wenig': { kind: 'degree', by: 0.5 },
    wenig: { kind: 'degree', by: 0.5 },
    etwas: { kind: 'degree', by: 0.5 },
    leicht: { kind: 'degree', by: 0.5 },
    eher: { kind: 'degree', by: 0.7 },
    ziemlich: { kind: 'degree', by: 1.1 },
    sehr: { kind: 'degree', by: 1.4 },
    ganz: { kind: 'degree', by: 1.3 },
    viel: { kind: 'degree', by: 1.6 },
    viele: { kind: 'degree', by: 1.4 },
    deutlich: { kind: 'degree', by: 1.4 },
    wesentlich: { kind: 'degree', by: 1.6 },
    extrem: { kind: 'degree', by: 1.8 },
    total: { kind: 'degree', by: 1.6 },
  },
  silent:
    'aber alles als am an auf aus bei bitte bpm da das dass dem den der des die doch du durch ein eine einem einen einer eines er es für ' +
    'gib hat ich ihr im in ins instrument irgendwie ist ja klingen klingt mach mache machen mal man mehrere mein mich mir mit musik nach ' +
    'noch nur oder sein sich sie sind soll sollte spielt stimmung szene takt tempo tonart tonleiter und uns unter vom von vor war wäre wie ' +
    'will wir wird zum zur über bild wirken wirkt werden etwas',
  formsOf(word, before) {
    const inflected = stripped(word, inflections, 'plain');
    const compared = stripped(word, comparatives, indefiniteBefore.has(before) ? 'plain' : 'more');
    return [{ word, comparison: 'plain' }, ...inflected, ...compared, ...stripped(word, superlatives, 'most')];
  },
};
