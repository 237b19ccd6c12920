import type { KeptStoryboard, StoryboardVersion } from '../../shared/api/universes/storyboard-schemas.ts';

/** The timeline, and what the universe keeps beside the storyboard on it. */
export interface TimelineView {
  isOpen: boolean;
  /** Id of the chosen point. */
  selected: string | null;
  /** Null until it was looked at. */
  kept: readonly KeptStoryboard[] | null;
  /** Of one that is kept; null while nobody looks. */
  versions: { id: string; list: readonly StoryboardVersion[] } | null;
  /** The server is being asked for something. */
  pending: boolean;
}

export const noTimeline: TimelineView = { isOpen: false, selected: null, kept: null, versions: null, pending: false };

/** Everything that can be wanted of storyboards, beside their edits. */
export type TimelineAct =
  | { kind: 'show'; isOpen: boolean }
  | { kind: 'select'; id: string | null }
  /** The universe as it is now becomes a point, where the playhead is. */
  | { kind: 'add-point' }
  /** The universe as it is now becomes the state of a point. */
  | { kind: 'take-state'; id: string }
  | { kind: 'look' }
  | { kind: 'keep' }
  | { kind: 'open'; id: string }
  | { kind: 'new' }
  | { kind: 'duplicate'; id: string }
  | { kind: 'delete'; id: string }
  | { kind: 'versions'; id: string | null }
  | { kind: 'restore'; id: string; version: number };
