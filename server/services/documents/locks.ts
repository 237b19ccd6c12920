import { AppError } from '../../../shared/api/errors.ts';
import { type Edit, lockedBy, type LockGroup } from '../../../shared/universe/index.ts';

const words: Record<LockGroup, string> = {
  physics: 'the physics',
  music: 'the music',
  audio: 'the sound',
  visualization: 'the look',
  coupling: 'the links',
  things: 'emitters and wells',
  storyboard: 'the storyboard',
};

/** Returns the error for an edit of a locked part by a user other than the owner, or null if nothing is locked. */
export function refuseLocked(edit: Edit, locks: readonly LockGroup[]): AppError | null {
  const locked = lockedBy(edit, locks);
  return locked && lockedError(locked.group, locked.path);
}

/** Returns the error for a user who would change a part that the owner has locked. */
export function lockedError(group: LockGroup, path: string): AppError {
  return new AppError('not-allowed', `The owner keeps ${words[group]} to themselves for now.`, {
    issues: [{ path, rule: `is locked with ${group}`, value: null }],
  });
}
