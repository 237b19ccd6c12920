import type { AppError } from '../../../shared/api/errors.ts';
import type { Reason } from '../../../shared/refusals/catalogue.ts';
import { fieldIssue } from '../../../shared/refusals/field-issue.ts';
import { refuse } from '../../../shared/refusals/refuse.ts';
import { type Edit, lockedBy, type LockGroup } from '../../../shared/universe/index.ts';

const reasons = {
  physics: 'locked-physics',
  music: 'locked-music',
  audio: 'locked-audio',
  visualization: 'locked-visualization',
  coupling: 'locked-coupling',
  things: 'locked-entities',
  storyboard: 'locked-storyboard',
} as const satisfies Record<LockGroup, Reason>;

/** Returns the error for an edit of a locked part by a user other than the owner, or null if nothing is locked. */
export function refuseLocked(edit: Edit, locks: readonly LockGroup[]): AppError | null {
  const locked = lockedBy(edit, locks);
  return locked && lockedError(locked.group, locked.path);
}

/** Returns the error for a user who would change a part that the owner has locked. */
export function lockedError(group: LockGroup, path: string): AppError {
  return refuse(reasons[group], {}, { issues: [fieldIssue(path, null, 'locked', { group })] });
}
