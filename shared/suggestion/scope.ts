import { groupOf, type ParameterGroup, type ParameterKey, parameterKeys, type registry } from '../parameters/index.ts';

/** What a suggestion may change: four sorts of parameters, and the emitters, wells and affinities. */
export const scopes = ['physics', 'music', 'sound', 'look', 'things'] as const;
export type Scope = (typeof scopes)[number];

/** How free a suggestion is. */
export interface Freedom {
  readonly scopes: readonly Scope[];
  /** How far it may go, 0..1. */
  readonly amount: number;
  /** Names as in the locks of a universe. */
  readonly locked: readonly string[];
}

const scopeOfGroup = { physics: 'physics', music: 'music', audio: 'sound', visualization: 'look' } as const satisfies Record<
  Exclude<ParameterGroup, 'coupling'>,
  Scope
>;

/** A link belongs to what it moves. */
const scopeOfLink = {
  couplingMode: 'physics',
  volumeToGravity: 'physics',
  soundToMotion: 'physics',
  gravityToTempo: 'music',
  motionToRhythm: 'music',
  tempoToPitch: 'music',
  gravityToVolume: 'sound',
  scaleToTimbre: 'sound',
  physicsToImage: 'look',
  musicToColour: 'look',
  audioToEffects: 'look',
} as const satisfies Record<keyof typeof registry.coupling, Scope>;

const isLink = (key: ParameterKey): key is keyof typeof scopeOfLink => Object.hasOwn(scopeOfLink, key);

/** Returns the scope of a parameter. */
export function scopeOf(key: ParameterKey): Scope {
  if (isLink(key)) return scopeOfLink[key];
  const group = groupOf(key);
  return group === 'coupling' ? 'physics' : scopeOfGroup[group];
}

/**
 * Parameters that no suggestion changes: what a device can bear, how loud and how high one listens, what a player has tuned to, and the
 * mode in which all links work.
 */
const settled: ReadonlySet<ParameterKey> = new Set<ParameterKey>(['particleCount', 'volume', 'pitch', 'tuning', 'couplingMode']);

/** Returns the parameters that a suggestion may change. */
export function freeParameters({ scopes: free, locked }: Freedom): readonly ParameterKey[] {
  return parameterKeys.filter((key) => !settled.has(key) && free.includes(scopeOf(key)) && !locked.includes(groupOf(key)));
}

/** True when a suggestion may change emitters, wells and affinities. */
export function freesThings({ scopes: free, locked }: Freedom): boolean {
  return free.includes('things') && !locked.includes('things');
}
