import type { Topic } from './topics.ts';

/** The groups of the registry; each is one panel, one table and one part of the document's parameters. */
export const parameterGroups = ['physics', 'music', 'audio', 'visualization', 'coupling'] as const;
export type ParameterGroup = (typeof parameterGroups)[number];

/** The places that read a value: the fixed-step simulation, the GPU passes, or the audio engine. */
export type ParameterReach = 'simulation' | 'gpu' | 'audio';

interface FieldBase {
  /** The label beside the control. */
  readonly label: string;
  /** A line that says what changes when it is moved. */
  readonly help: string;
  /** Shown at once; the others of its panel are folded away. */
  readonly essential?: true;
  /** Heading under which it is folded away; every field that is not essential has one (tested). */
  readonly topic?: Topic;
  /** It has an effect only while another field of its panel has one of these values, and is shown only then. */
  readonly onlyWith?: { readonly field: string; readonly is: readonly (string | boolean)[] };
}

interface NumericField extends FieldBase {
  readonly kind: 'number' | 'integer';
  /** SI or musical unit; '' for a plain ratio. */
  readonly unit: string;
  readonly min: number;
  readonly max: number;
  readonly step: number;
  readonly default: number;
  /** The map of the range to 0..1, for a control and the normalised vector. `log` over a range that starts at 0 is linear below `step`. */
  readonly scale: 'linear' | 'log';
}

interface ChoiceField extends FieldBase {
  readonly kind: 'choice';
  readonly choices: readonly string[];
  readonly default: string;
}

interface SwitchField extends FieldBase {
  readonly kind: 'switch';
  readonly default: boolean;
}

interface ColourField extends FieldBase {
  readonly kind: 'colour';
  /** `#rrggbb`, lower case. */
  readonly default: string;
}

/** A choice among the twelve pitch classes above a tonic: a 0 or a 1 for each, upwards. The tonic itself is always one of at least two. */
interface PitchesField extends FieldBase {
  readonly kind: 'pitches';
  readonly default: string;
}

/** A picture of set and clear bits, `side` × `side`, as hexadecimal digits: rows from the top, in each the leftmost bit first. */
export interface BitmapField extends FieldBase {
  readonly kind: 'bitmap';
  /** Bits along each side; a multiple of 4. */
  readonly side: number;
  readonly default: string;
}

/** A described value of a parameter. */
export type ValueField = NumericField | ChoiceField | SwitchField | ColourField | PitchesField;

/** A described value: of a parameter, or of a field of an emitter or a well. */
export type Field = ValueField | BitmapField;

/** The part of a parameter beyond its field: where it is read. */
export interface ParameterTraits {
  readonly reaches: readonly ParameterReach[];
}

export type Parameter = ValueField & ParameterTraits;

/** The value that a field holds. */
export type FieldValue<F> = F extends { kind: 'number' | 'integer' }
  ? number
  : F extends { kind: 'switch' }
    ? boolean
    : F extends { kind: 'choice'; choices: readonly (infer C)[] }
      ? C
      : string;

/** The object that a record of fields describes. */
export type FieldValues<R extends Record<string, Field>> = { -readonly [K in keyof R]: FieldValue<R[K]> };
