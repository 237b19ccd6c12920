import type { SavedStoryboard, StoryboardVersion } from '../../shared/api/universes/storyboard-schemas.ts';

/** The timeline, and the stored storyboards of the universe. */
export interface StoryboardView {
  isOpen: boolean;
  /** Id of the selected point. */
  selected: string | null;
  /** Null until it is loaded. */
  kept: readonly SavedStoryboard[] | null;
  /** The versions of a stored storyboard; null while they are not shown. */
  versions: { id: string; list: readonly StoryboardVersion[] } | null;
  /** A request to the server is pending. */
  pending: boolean;
}

export const noStoryboard: StoryboardView = { isOpen: false, selected: null, kept: null, versions: null, pending: false };

/** The actions on storyboards, beside their edits. */
export type StoryboardAct =
  | { kind: 'show'; isOpen: boolean }
  | { kind: 'select'; id: string | null }
  /** Adds the current universe as a point at the playhead. */
  | { kind: 'add-point' }
  /** Replaces the state of a point with the current universe. */
  | { kind: 'take-state'; id: string }
  | { kind: 'look' }
  | { kind: 'keep' }
  | { kind: 'open'; id: string }
  | { kind: 'new' }
  | { kind: 'duplicate'; id: string }
  | { kind: 'delete'; id: string }
  | { kind: 'versions'; id: string | null }
  | { kind: 'restore'; id: string; version: number };
