import { emitterFields, wellFields } from '../../universe/index.ts';
import type { Field } from '../../parameters/index.ts';
import type { ColumnsOf, ComponentField, ComponentSpec } from './types.ts';

const f32 = (unit = '') => ({ type: 'f32', unit }) as const;
const f64 = (unit = '') => ({ type: 'f64', unit }) as const;
const u8 = { type: 'u8', unit: '' } as const;
const u32 = (unit = '') => ({ type: 'u32', unit }) as const;

type StoredFields<R extends Record<string, Field>> = {
  readonly [K in keyof R as R[K] extends { kind: 'bitmap' } ? never : K]: R[K] extends { kind: 'number' }
    ? { type: 'f32'; unit: string }
    : { type: 'u8'; unit: string };
};

/** Described fields as stored ones: numbers as f32, choices as the index of the choice, small integers as u8. Bitmaps are read from the document. */
function storedFields<R extends Record<string, Field>>(fields: R): StoredFields<R> {
  const columns = Object.entries(fields).filter(([, field]) => field.kind !== 'bitmap');
  const stored = columns.map(([name, field]): [string, ComponentField] => [name, field.kind === 'number' ? f32(field.unit) : u8]);
  return Object.fromEntries(stored) as unknown as StoredFields<R>;
}

/**
 * Every component, once: the stores, the snapshot, the hash and the frame derive from here. State between two steps is in these columns and
 * nowhere else.
 */
export const components = {
  Position: { pool: 'particle', fields: { x: f32('m'), y: f32('m'), z: f32('m') } },
  Velocity: { pool: 'particle', fields: { x: f32('m/s'), y: f32('m/s'), z: f32('m/s') } },
  /** A slot whose age has reached its lifetime is free; a free slot has lifetime 0. */
  Life: { pool: 'particle', fields: { age: f32('s'), lifetime: f32('s') } },
  /** `flash`: light of a bounce or a note, 1 fading to 0. `pitch`: 0..1 over the audible registers, of the note it last played. `part`: index of that note's part + 1, 0 before the first. */
  Look: { pool: 'particle', fields: { species: u8, part: u8, flash: f32(), pitch: f32() } },

  /** 0 for a light particle; heavier ones pull. */
  Body: { pool: 'particle', fields: { mass: f32('kg') } },
  Emitter: { pool: 'emitter', fields: { ...storedFields(emitterFields), carry: f64('births') } },
  Well: { pool: 'well', fields: storedFields(wellFields) },

  /**
   * A sounding note. `remaining`: ticks until its release. `stage`: 0 free, 1 attack, 2 decay, 3 sustain, 4 release. `level`: envelope
   * 0..1. `drum`: index of the drum + 1, 0 for a tone. `key`: MIDI number of the key that holds it + 1, 0 for none.
   */
  Voice: {
    pool: 'voice',
    fields: {
      part: u8,
      drum: u8,
      stage: u8,
      remaining: u32('ticks'),
      key: u8,
      cause: u32('entity'),
      velocity: f32(),
      level: f32(),
      frequency: f32('Hz'),
      x: f32('m'),
      y: f32('m'),
      z: f32('m'),
    },
  },

  /**
   * `tick`: steps since the epoch began. `beat`: quarter notes since the last restart. `step`: thirty-seconds begun since then. `onset`: 1
   * in the tick in which a thirty-second begins; `late`: ticks by which it should have begun before, 0..1. `bar`, `barStep`: the bar and
   * its thirty-second that sound; `barBeat`: the beat at which the bar began. `cursor`: next slot for a birth. `used`: slots that ever held
   * a particle.
   */
  Clock: {
    pool: 'universe',
    fields: {
      tick: u32('ticks'),
      beat: f64('beats'),
      /** Tick at which the last beat began. */
      beatTick: u32('ticks'),
      step: u32('thirty-seconds'),
      onset: u32(),
      late: f64('ticks'),
      bar: u32('bars'),
      barStep: u32('thirty-seconds'),
      barBeat: f64('beats'),
      cursor: u32('slot'),
      used: u32('slots'),
      random: u32(),
    },
  },

  /** Heavy particles that live in this step, as many as may pull. */
  Bodies: { pool: 'universe', fields: { count: u32('bodies') } },
  /** Measures of the particles for the composer; smoothed, over a sample of the particles. */
  Senses: {
    pool: 'universe',
    fields: {
      alive: f64('particles'),
      kineticEnergy: f64('J'),
      meanSpeed: f64('m/s'),
      maxSpeed: f64('m/s'),
      meanHeight: f64('m'),
      spreadRadius: f64('m'),
      /** 0..1, how much the particles move in one direction, and how much they cling together. */
      order: f64(),
      clumping: f64(),
      /** How much their speeds differ: the standard deviation, as a share of the mean. */
      unevenness: f64(),
      /** Per second, for every thousand particles. */
      bounces: f64('1/s'),
      collisions: f64('1/s'),
      crossings: f64('1/s'),
      /** 0..1, the activity: the drive of the rhythm. */
      activity: f64(),
      /** The usual activity, over many bars: the music responds to change. */
      usualActivity: f64(),
      /** Cursor of the births of the step before, births per second, and their usual number. */
      bornTo: u32('slot'),
      births: f64('1/s'),
      usualBirths: f64('1/s'),
      /** 1 after a burst of births that no note has answered, 2 after one that is not over yet, 0 between bursts. */
      burst: f64(),
      /** The last contacts that no note has answered yet: slot + 1 + 2²⁴ × kind of contact, 0 for none. */
      touch0: u32('slot'),
      touch1: u32('slot'),
      touch2: u32('slot'),
      touch3: u32('slot'),
    },
  },

  /** The effective values, after the links between physics, music and sound. */
  Modulation: {
    pool: 'universe',
    fields: {
      gravity: f64('m/s²'),
      tempo: f64('BPM'),
      volume: f64('gain'),
      /** The gain of the last minutes, against which a change is heard. */
      usualVolume: f64('gain'),
      pitch: f64('semitones'),
      brightness: f64('×'),
      saturation: f64('×'),
      filter: f64('×'),
      reverb: f64('×'),
      /** Modelled loudness of all voices, 0..1, instantaneous and smoothed over a beat. */
      loudness: f64(),
      smoothLoudness: f64(),
      /** The strength of each band of the modelled sound, 0..1: under 160 Hz, between, over 1200 Hz; followed within a beat. */
      bass: f64(),
      middle: f64(),
      high: f64(),
      /** Hue turn of the current chord, 0..1, and tension 0..1. */
      chordHue: f64('turns'),
      tension: f64(),
    },
  },

  /** The memory of the composer between steps. */
  Composer: {
    pool: 'universe',
    fields: {
      /** The position of the piece, as in `shared/music/form.ts`. */
      movement: u32(),
      section: u32(),
      sectionPhrase: u32('phrases'),
      sectionPhrases: u32('phrases'),
      nextSection: u32(),
      /** How much busier than usual the particles have been at most in this phrase. */
      surge: f64('×'),
      /** 0..1, the intensity of the bar's phrase. */
      intensity: f64(),
      /** Factor of its velocities, and the dB by which it is meant to be louder than plain music with all parts. */
      formGain: f64('×'),
      plannedDb: f64('dB'),
      /** Root degrees of the chord of this bar and of the next. */
      root: u32('degree'),
      nextRoot: u32('degree'),
      /** Kind of the chord, from 0, a bare fifth, to a ninth. */
      stack: u32(),
      /** The sounding chord, in ascending order; the first `chordNotes` of the four are valid. */
      chordNotes: u32('notes'),
      chord0: f64('MIDI'),
      chord1: f64('MIDI'),
      chord2: f64('MIDI'),
      chord3: f64('MIDI'),
      /** Scale, key and harmony that the chord was made for. */
      chordFor: u32(),
      /** 0..1, the drive of the music by the particles, held for a bar. */
      drive: f64(),
      /** The phrase's rhythmic pattern. */
      pattern: u32(),
      /** Last note of the melody, the move that led to it, the number of times in a row that it has sounded, its scale and its phrase. */
      leadDegree: f64('degree'),
      leadMove: f64('degrees'),
      leadTimes: u32(),
      leadFor: u32(),
      leadPhrase: u32(),
      /** The note on which the melody's bar is anchored. */
      leadAnchor: f64('degree'),
      /** The motion that the line follows: mean height −1..1 and energy 0..1 of the particles, smoothed over more than a beat. */
      leadHeight: f64(),
      leadEnergy: f64(),
      /** What a theme holds of it, so that it returns unchanged while the particles behave alike; and its lift by the tempo. */
      themeHeight: f64(),
      themeEnergy: f64(),
      themeLift: f64('semitones'),
      themeDrive: f64(),
      bassMidi: f64('MIDI'),
      /** Notes that may still begin at once. */
      budget: f64('notes'),
      /** Notes for which parts had no room: the texture plays them. */
      spill: f64('notes'),
      /** The tick at which each part last began a note, 0 before the first. */
      leadTick: u32('ticks'),
      bassTick: u32('ticks'),
      chordsTick: u32('ticks'),
      drumsTick: u32('ticks'),
      textureTick: u32('ticks'),
    },
  },

  /** Pressed keys: `spent`, played notes that count against the notes that may begin now. */
  Hands: { pool: 'universe', fields: { spent: f64('notes') } },
} as const satisfies Record<string, ComponentSpec>;

export type Components = typeof components;
export type ComponentName = keyof Components;
export type Stores = { readonly [N in ComponentName]: ColumnsOf<Components[N]> };
/** A column of a store, as systems declare what they read and write. */
export type ColumnName = { [N in ComponentName]: `${N}.${keyof Components[N]['fields'] & string}` }[ComponentName];
