import { AppError } from '../../../shared/api/errors.ts';
import type { Action } from '../../auth/policy.ts';

const words: Partial<Record<Action, string>> = {
  'room.moderate': 'Only the owner can do that.',
  'room.promote': 'Only the owner and the editors can do that.',
};

/** Returns the error for a message that the sender's role does not allow. */
export function notAllowed(messageName: string, action: Action): AppError {
  return new AppError('not-allowed', words[action] ?? 'You are watching this universe; only its editors can change it.', {
    issues: [{ path: messageName, rule: `takes a role that may do ${action}`, value: null }],
  });
}
