import type { ErrorBody } from '../../../shared/api/errors.ts';
import { sayRefusal } from '../../words/refusal.ts';

/** What is said of an edit that the room refused: why, and which value broke which rule. */
export function wordsOfRefusal({ message, issues: [issue] }: ErrorBody['error']): string {
  return issue ? `${sayRefusal(message)} (${sayRefusal(`${issue.path}: ${issue.rule}`)})` : sayRefusal(message);
}
