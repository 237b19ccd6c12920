import type { ErrorBody } from '../../../shared/api/errors.ts';
import { sayIssue, sayRefusal } from '../../words/refusal.ts';

/** What is said of an edit that the room refused: why, and which value broke which rule. */
export function wordsOfRefusal(error: ErrorBody['error']): string {
  const [issue] = error.issues;
  return issue && error.reason !== 'invalid-fields' ? `${sayRefusal(error)} (${sayIssue(issue)})` : sayRefusal(error);
}
