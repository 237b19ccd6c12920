import type { ErrorBody } from '../../../shared/api/errors.ts';
import { sayIssue, sayRefusal } from '../../words/refusal.ts';

/** The text for an edit that the room refused: the reason, and the value that broke a rule. */
export function wordsOfRefusal(error: ErrorBody['error']): string {
  const [issue] = error.issues;
  return issue && error.reason !== 'invalid-fields' ? `${sayRefusal(error)} (${sayIssue(issue)})` : sayRefusal(error);
}
