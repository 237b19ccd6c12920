import type { AppError } from '../../../shared/api/errors.ts';
import { fieldIssue } from '../../../shared/refusals/field-issue.ts';
import { refuse } from '../../../shared/refusals/refuse.ts';
import type { Action } from '../../auth/policy.ts';

const reasons: Partial<Record<Action, 'needs-owner' | 'needs-owner-or-editor'>> = {
  'room.moderate': 'needs-owner',
  'room.promote': 'needs-owner-or-editor',
};

/** Returns the error for a message that the sender's role does not allow. */
export function notAllowed(messageName: string, action: Action): AppError {
  return refuse(reasons[action] ?? 'needs-editor', {}, { issues: [fieldIssue(messageName, null, 'role-needed', { action })] });
}
