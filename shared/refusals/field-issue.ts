import type { FieldIssue } from '../api/errors.ts';
import { fillPlaces, type RefusalParams } from './places.ts';
import type { RuleParams, RuleReason } from './rule.ts';
import { allRules } from './rules.ts';

/** Makes the fault of a field: its path, the value that it has, and the rule that the value breaks, also in English. */
export function fieldIssue<R extends RuleReason>(path: string, value: unknown, reason: R, ...[params]: RuleParams<R>): FieldIssue {
  return issueOf(path, value, reason, params ?? {});
}

/** The same for a reason and parameters that are not known before. */
export function issueOf(path: string, value: unknown, reason: RuleReason, params: RefusalParams): FieldIssue {
  return { path, rule: fillPlaces(allRules[reason], params), reason, params, value };
}

export const isRuleReason = (text: string): text is RuleReason => Object.hasOwn(allRules, text);
