import type { ParameterKey } from '../parameters/index.ts';

/** The settings that make a remark true: parameters, and fields of the emitter or well itself, by their present values. */
export interface Settings {
  readonly keys: readonly ParameterKey[];
  readonly own: readonly string[];
}

/** Why a control does nothing at all. */
type IdleReason =
  /** Settings have values under which it is not read, or multiplied by 0. */
  | ({ readonly code: 'values' } & Settings)
  /** All parts that it acts on are silent; `keys`: their levels. */
  | { readonly code: 'silent-parts'; readonly keys: readonly ParameterKey[] }
  | { readonly code: 'all-silent' }
  | { readonly code: 'no-wells' }
  /** Every well has the strength 0. */
  | { readonly code: 'weak-wells' }
  /** Every well that acts has a kind, or a falloff, of its own. */
  | { readonly code: 'own-kinds' }
  | { readonly code: 'own-falloffs' }
  /** No emitter has a share above 0. */
  | { readonly code: 'nothing-emitted' }
  /** Every emitter launches at 0 times the speed. */
  | { readonly code: 'still-emitters' }
  /** No emitter has a direction, so that each shoots everywhere. */
  | { readonly code: 'aimless-emitters' }
  | { readonly code: 'no-heavy-bodies' }
  /** All species affect one another alike. */
  | { readonly code: 'equal-affinities' };

/** Why a control does less than its range promises. */
type LimitReason =
  /** Every value above 0 is the same. */
  | ({ readonly code: 'on-off' } & Settings)
  /** The only emitter emits everything, at any share above 0. */
  | { readonly code: 'only-emitter' }
  /** The size bounds nothing, and still is the scale of places in music and picture. */
  | ({ readonly code: 'scale-only' } & Settings);

/** What is to be said about a control besides its help. */
export type Remark = ({ readonly effect: 'none' } & IdleReason) | ({ readonly effect: 'limited' } & LimitReason);
export type RemarkCode = Remark['code'];
