import type { DescriptorName, Explanation } from '../../../shared/suggestion/index.ts';
import { language } from '../../words/languages.ts';
import type { Sentence } from '../../words/sentences.ts';
import { say } from '../../words/words.ts';

/** What a change of each descriptor is called: more of it, and less. */
const words: Readonly<Record<DescriptorName, readonly [more: Sentence, less: Sentence]>> = {
  speed: ['faster', 'slower'],
  surging: ['more surges', 'steadier'],
  unevenness: ['more uneven speeds', 'more even speeds'],
  order: ['more in one direction', 'in more directions'],
  swirl: ['more swirl', 'less swirl'],
  outward: ['more outward', 'more inward'],
  spacing: ['more evenly spread', 'more clustered'],
  flatness: ['flatter', 'less flat'],
  height: ['higher up', 'lower down'],
  extent: ['more spread out', 'closer together'],
  bounces: ['more bounces', 'fewer bounces'],
  collisions: ['more collisions', 'fewer collisions'],
  crossings: ['more crossings of the middle', 'fewer crossings of the middle'],
  activity: ['livelier', 'less lively'],
  pulsing: ['more bursts', 'fewer bursts'],
  notes: ['more notes', 'fewer notes'],
  melody: ['more melody', 'less melody'],
  bass: ['more bass notes', 'fewer bass notes'],
  chords: ['more chords', 'fewer chords'],
  drums: ['more drums', 'fewer drums'],
  texture: ['more texture', 'less texture'],
  tempo: ['a faster tempo', 'a slower tempo'],
  register: ['higher notes', 'lower notes'],
  mode: ['a brighter scale', 'a darker scale'],
  pitchVariety: ['more pitches', 'fewer pitches'],
  tension: ['tenser', 'more restful'],
  chordRichness: ['richer chords', 'plainer chords'],
  noteLength: ['longer notes', 'shorter notes'],
  offBeats: ['more off the beat', 'more on the beat'],
  range: ['a wider melody', 'a narrower melody'],
  freedom: ['freer timing', 'stricter timing'],
  sections: ['more contrast of sections', 'less contrast of sections'],
  swing: ['more swing', 'less swing'],
  loudness: ['louder', 'quieter'],
  lows: ['more low tones', 'fewer low tones'],
  middles: ['more middle tones', 'fewer middle tones'],
  highs: ['more high tones', 'fewer high tones'],
  openness: ['a brighter sound', 'a darker sound'],
  resonance: ['more resonance', 'less resonance'],
  richness: ['a richer tone', 'a purer tone'],
  struck: ['a struck tone', 'a held tone'],
  attack: ['softer attacks', 'harder attacks'],
  sustain: ['notes that last', 'notes that fade'],
  release: ['longer releases', 'shorter releases'],
  reverb: ['more reverb', 'less reverb'],
  echo: ['more echo', 'less echo'],
  wobble: ['more wobble', 'less wobble'],
  ambience: ['more ambience', 'less ambience'],
  width: ['wider stereo', 'narrower stereo'],
  light: ['brighter', 'darker'],
  size: ['larger particles', 'smaller particles'],
  glow: ['more glow', 'less glow'],
  blur: ['blurrier', 'sharper'],
  trail: ['longer trails', 'shorter trails'],
  sparks: ['more sparks', 'fewer sparks'],
  shimmer: ['a quicker shimmer', 'a slower shimmer'],
  orbit: ['a camera that circles more', 'a camera that circles less'],
  zoom: ['closer', 'farther away'],
  flash: ['notes that flash more', 'notes that flash less'],
  depth: ['more depth', 'less depth'],
  colourMotion: ['livelier colours', 'calmer colours'],
  colourfulness: ['more colourful', 'less colourful'],
  lightness: ['lighter colours', 'darker colours'],
  redness: ['redder', 'greener'],
  warmth: ['warmer colours', 'cooler colours'],
  background: ['a lighter background', 'a darker background'],
  coverage: ['a fuller picture', 'an emptier picture'],
  contrast: ['denser places', 'more evenly filled'],
};

type Change = Explanation['changes'][number];

/** Returns a change in a word or two. */
export const changeText = ({ descriptor, by }: Change): string => say(words[descriptor][by > 0 ? 0 : 1]);

/** Returns the changes in a line, the largest first. */
export function changesText(changes: readonly Change[]): string {
  if (changes.length === 0) return say('nearly the same');
  return new Intl.ListFormat(language(), { type: 'unit' }).format(changes.map(changeText));
}
