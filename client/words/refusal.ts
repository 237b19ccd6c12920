import type { ErrorBody, FieldIssue } from '../../shared/api/errors.ts';
import { fillPlaces, type RefusalParams } from '../../shared/refusals/places.ts';
import { waitOf } from '../../shared/refusals/waits.ts';
import { labelOfField } from './field-labels.ts';
import { type Dictionary, sayText, spokenRefusals, withinSentence } from './words.ts';

/** A refusal, or another error, which has a message alone. */
type Refused = Pick<ErrorBody['error'], 'message'> & {
  readonly [K in 'reason' | 'params' | 'retryAfterSeconds']?: ErrorBody['error'][K] | undefined;
} & {
  readonly issues?: readonly FieldIssue[];
};

const textOf = (dictionary: Dictionary | undefined, name: string | undefined): string | undefined =>
  dictionary && name !== undefined && Object.hasOwn(dictionary, name) ? dictionary[name] : undefined;

const fill = (text: string, params: RefusalParams = {}): string =>
  fillPlaces(text, Object.fromEntries(Object.entries(params).map(([place, value]) => [place, withinSentence(value)])));

/** The rule that a field breaks, as it follows the name of the field; in English where the language does not have it. */
export function sayRule({ reason, params, rule }: Pick<FieldIssue, 'rule'> & Partial<FieldIssue>): string {
  const text = textOf(spokenRefusals()?.rules, reason);
  return text === undefined ? rule : fill(text, params);
}

/** A field and the rule that it breaks. */
export function sayIssue(issue: Pick<FieldIssue, 'path' | 'rule'> & Partial<FieldIssue>): string {
  const label = labelOfField(issue.path);
  return label === '' ? sayRule(issue) : `${label}: ${sayRule(issue)}`;
}

function sayWait(seconds: number): string | undefined {
  const { unit, count } = waitOf(seconds);
  const text = textOf(spokenRefusals()?.waits, unit);
  return text === undefined ? undefined : fill(text, { count });
}

/** Returns a refusal in the language that is spoken, by its reason; what the language does not have, and other errors, by their message. */
export function sayRefusal({ message, reason, params, issues = [], retryAfterSeconds }: Refused): string {
  const found = issues.map(sayIssue).join('; ');
  if (reason === 'invalid-fields' && found !== '') return found;
  const text = textOf(spokenRefusals()?.refusals, reason);
  if (text === undefined) return sayText(message);
  const again = retryAfterSeconds === undefined ? undefined : sayWait(retryAfterSeconds);
  // A place that stays would be shown: the message has no such place.
  if (again === undefined && text.includes('{again}')) return message;
  return fill(text, { ...params, found, ...(again === undefined ? {} : { again }) });
}
