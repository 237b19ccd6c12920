import type { ErrorBody } from '../../shared/api/errors.ts';
import { sayRefusal } from '../words/refusal.ts';
import { say, sayText } from '../words/words.ts';

/** What is said of a simulation that has stopped. */
export function wordsOfFailure(message: string, recovered: boolean): string {
  if (recovered) return say('The simulation stopped and was begun again.');
  return say('The simulation stopped: {message}', { message: sayText(message) });
}

/** What is said of an edit that the room refused: why, and which value broke which rule. */
export function wordsOfRefusal({ message, issues: [issue] }: ErrorBody['error']): string {
  return issue ? `${sayRefusal(message)} (${sayRefusal(`${issue.path}: ${issue.rule}`)})` : sayRefusal(message);
}
