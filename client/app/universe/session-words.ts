import type { ErrorBody } from '../../../shared/api/errors.ts';
import { sayRefusal } from '../../words/refusal.ts';

/** Returns the text for an edit that the room refused: the reason, and which value broke which rule. */
export function wordsOfRefusal({ message, issues: [issue] }: ErrorBody['error']): string {
  return issue ? `${sayRefusal(message)} (${sayRefusal(`${issue.path}: ${issue.rule}`)})` : sayRefusal(message);
}
