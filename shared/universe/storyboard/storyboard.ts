/** The transitions to a point from the previous one. */
export const transitions = ['cut', 'linear', 'eased', 'on-the-beat'] as const;
export type Transition = (typeof transitions)[number];

export type StateValue = number | string | boolean;

/**
 * Values by their targets (see `targets.ts`). A parameter that is not named has its default; of emitters and wells only the named values
 * are set.
 */
export type StoryboardState = Readonly<Record<string, StateValue>>;

export interface StoryboardPoint {
  readonly id: string;
  /** Seconds from the beginning. */
  readonly at: number;
  readonly transition: Transition;
  readonly state: StoryboardState;
}

/** The content of a storyboard, wherever it is stored. */
export interface StoryboardContent {
  readonly title: string;
  /** Seconds until it ends, or starts again. */
  readonly duration: number;
  readonly loop: boolean;
  /** Sorted by their time. */
  readonly points: StoryboardPoint[];
}

/** The position in a storyboard: the tick is the only clock, so that every member is at the same place. */
export interface Playhead {
  /** Seconds at `since`. */
  readonly seconds: number;
  /** Tick of the run since which it moves, or null while it rests. */
  readonly since: number | null;
}

/** The storyboard of a universe, as its document holds it. */
export interface Storyboard extends StoryboardContent {
  /** The stored storyboard that it was loaded from, or null. */
  readonly keptAs: string | null;
  /** Null while the universe uses its own values. */
  readonly playhead: Playhead | null;
  /** Targets that edits have released since the playhead was last set: they have their own values. */
  readonly released: string[];
}

/** Times are in seconds. `values` are those of all points together. */
export const storyboardContentLimits = {
  title: { min: 1, max: 100 },
  duration: { min: 1, max: 600 },
  points: { max: 32 },
  values: { max: 2000 },
} as const;

/** The storyboard to begin with. */
export const emptyStoryboard: StoryboardContent = { title: 'Storyboard', duration: 32, loop: true, points: [] };

/** Returns a storyboard as it is before any edit. */
export function onStage(content: StoryboardContent, keptAs: string | null): Storyboard {
  return { ...contentOf(content), keptAs, playhead: null, released: [] };
}

/** Returns the part of a storyboard that is stored. */
export function contentOf({ title, duration, loop, points }: StoryboardContent): StoryboardContent {
  return { title, duration, loop, points };
}

export function countValues(points: readonly Pick<StoryboardPoint, 'state'>[]): number {
  return points.reduce((sum, { state }) => sum + Object.keys(state).length, 0);
}
