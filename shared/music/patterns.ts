import { mix } from '../math/generator.ts';
import { type Meter, sixteenthsPerBar } from './meter.ts';

/**
 * Measured rhythms: timelines of musical traditions. A character per pulse, `x` an onset.
 * @see Toussaint 2013, "The Geometry of Musical Rhythm", ch. 3, 7 and 19
 */
export const timelines = {
  straight: 'x...x...x...x...',
  // The kick under a backbeat.
  backbeat: 'x.......x.x.....',
  'straight-eighths': 'x.x.x.x.x.x.x.x.',
  tresillo: 'x..x..x.',
  cinquillo: 'x.xx.xx.',
  habanera: 'x..xx.x.',
  shiko: 'x...x.x...x.x...',
  son: 'x..x..x...x.x...',
  rumba: 'x..x...x..x.x...',
  soukous: 'x..x..x...xx....',
  gahu: 'x..x..x...x...x.',
  bossa: 'x..x..x...x..x..',
  samba: 'x..x.x.x..x.x.x.',
  'straight-twelve': 'x..x..x..x..',
  'straight-three': 'x...x...x...',
  bembé: 'x.x.xx.x.x.x',
  'fume-fume': 'x.x..x.x.x..',
  columbia: 'x.x..x.x..x.',
} as const;

export type TimelineName = keyof typeof timelines;
export const timelineNames = Object.keys(timelines) as readonly TimelineName[];

/** The behaviour of the particles that selects a kind of rhythm: no contacts, crossings, or strikes. */
export type Behaviour = 'drifting' | 'crossing' | 'striking';

/** Plain pulses for drifting, claves for crossing, bells and drums for striking particles. */
const families: Readonly<Record<Behaviour, readonly TimelineName[]>> = {
  drifting: ['straight', 'backbeat', 'straight-eighths', 'tresillo', 'habanera', 'straight-twelve', 'straight-three'],
  crossing: ['shiko', 'son', 'rumba', 'bossa', 'tresillo', 'fume-fume', 'columbia'],
  striking: ['gahu', 'soukous', 'samba', 'cinquillo', 'habanera', 'bembé'],
};

/** A pattern as a number, so that a column can hold it: an index of `timelineNames`, or their count + the onsets of a Euclidean one. */
export type Pattern = number;

export function euclideanPattern(onsets: number): Pattern {
  return timelineNames.length + onsets;
}

export function timelinePattern(name: TimelineName): Pattern {
  return timelineNames.indexOf(name);
}

/** Returns the name of a pattern for the interface: that of the timeline, or the onsets that are spread evenly. */
export function nameOfPattern(pattern: Pattern): string {
  return pattern < timelineNames.length ? timelineNames[pattern] : `${pattern - timelineNames.length} spread evenly`;
}

/** True when a timeline fits a bar, once or several times, with its pulses as sixteenths. */
export function fitsMeter(name: TimelineName, meter: Meter): boolean {
  return sixteenthsPerBar(meter) % timelines[name].length === 0;
}

/**
 * True when place `at` of `places` is one of `onsets` that are spread as evenly as possible.
 * @see Toussaint 2005, "The Euclidean Algorithm Generates Traditional Musical Rhythms"
 */
export function isEuclideanOnset(onsets: number, places: number, at: number): boolean {
  if (onsets <= 0) return false;
  return (at * onsets) % places < onsets;
}

/** Onsets of each timeline, for meters that it does not fit. */
const onsetsOf = timelineNames.map((name) => Array.from(timelines[name]).filter((pulse) => pulse === 'x').length);
const onset = 'x'.charCodeAt(0);

/** True when a pattern has an onset on a sixteenth of the bar. A pattern that does not fit the meter is spread evenly over it. */
export function patternHas(pattern: Pattern, meter: Meter, sixteenth: number): boolean {
  const name = timelineNames[pattern];
  if (name !== undefined && fitsMeter(name, meter)) return timelines[name].charCodeAt(sixteenth % timelines[name].length) === onset;
  const onsets = name === undefined ? pattern - timelineNames.length : onsetsOf[pattern];
  return isEuclideanOnset(onsets, sixteenthsPerBar(meter), sixteenth);
}

/** The inputs of the choice of a pattern. */
export interface PatternQuestion {
  meter: Meter;
  /** Contacts per second for every thousand particles: bounces and collisions, and crossings of paths. */
  struck: number;
  crossed: number;
  /** 0..1, the crowding of the particles. */
  crowding: number;
  /** The role of the phrase: 0 theme, 1 contrast, 2 passage; and the key of its material. */
  letter: number;
  material: number;
}

/** Contacts below which the particles count as drifting. */
const fewContacts = 6;

export function behaviourOf({ struck, crossed }: PatternQuestion): Behaviour {
  if (struck + crossed < fewContacts) return 'drifting';
  return struck >= crossed ? 'striking' : 'crossing';
}

/**
 * Chooses the pattern of a phrase: a timeline of the family for the behaviour of the particles, or, for the contrast and when none fits the
 * meter, evenly spread onsets, more of them in a denser crowd. A passage is plain.
 */
export function choosePattern(question: PatternQuestion): Pattern {
  const { meter, crowding, letter, material } = question;
  const family = families[letter === 2 ? 'drifting' : behaviourOf(question)];
  let fitting = 0;
  for (let index = 0; index < family.length; index++) if (fitsMeter(family[index], meter)) fitting += 1;
  if (letter !== 1 && fitting > 0) {
    let chosen = mix(material ^ 0x9a77) % fitting;
    for (let index = 0; index < family.length; index++) {
      if (!fitsMeter(family[index], meter)) continue;
      if (chosen === 0) return timelinePattern(family[index]);
      chosen -= 1;
    }
  }
  const sixteenths = sixteenthsPerBar(meter);
  return euclideanPattern(Math.max(2, Math.floor(sixteenths * (0.2 + 0.3 * crowding) + 0.5)));
}
