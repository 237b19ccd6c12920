import type { z } from 'zod';
import { isRuleReason } from './field-issue.ts';
import type { RefusalParams } from './places.ts';
import type { RuleReason } from './rule.ts';

type Issue = z.core.$ZodIssue;
type BrokenRule = readonly [reason: RuleReason, params?: RefusalParams];

const listOf = (values: readonly unknown[] = []) => values.map(String).join(', ');

/** A value as a rule can quote it. */
const asParam = (value: unknown): string | number => (typeof value === 'number' ? value : String(value));

const typeOf = (value: unknown): string => {
  if (value === null) return 'null';
  if (Array.isArray(value)) return 'array';
  // NaN and the infinities are no numbers to zod.
  return typeof value === 'number' && !Number.isFinite(value) ? String(value) : typeof value;
};

function tooSmall({ origin, minimum, exact }: z.core.$ZodIssueTooSmall): BrokenRule {
  const min = Number(minimum);
  if (origin === 'string') return min === 1 && !exact ? ['empty'] : ['too-short', { min }];
  return origin === 'array' || origin === 'set' ? ['entry-minimum', { min }] : ['too-low', { min }];
}

function tooBig({ origin, maximum }: z.core.$ZodIssueTooBig): BrokenRule {
  const max = Number(maximum);
  if (origin === 'string') return ['too-long', { max }];
  return origin === 'array' || origin === 'set' ? ['entry-limit', { max }] : ['too-high', { max }];
}

/** Returns the rule that an issue of zod is about, for a value: one that a check names (`rule.ts`), or else that of its code. */
export function zodRule(issue: Issue, value: unknown): BrokenRule {
  if (isRuleReason(issue.message)) return [issue.message, 'params' in issue ? (issue.params as RefusalParams) : {}];
  switch (issue.code) {
    case 'invalid_type':
      if (value === undefined) return ['missing'];
      if (issue.expected === 'int' && typeof value === 'number' && Number.isFinite(value)) return ['not-whole'];
      return ['wrong-type', { expected: issue.expected, received: typeOf(value) }];
    case 'invalid_value':
      if (value === undefined) return ['missing'];
      return issue.values.length === 1
        ? ['wrong-value', { value: asParam(issue.values[0]) }]
        : ['not-one-of', { values: listOf(issue.values) }];
    case 'too_small':
      return tooSmall(issue);
    case 'too_big':
      return tooBig(issue);
    case 'not_multiple_of':
      return ['not-a-multiple', { step: issue.divisor }];
    case 'invalid_format':
      return issue.format === 'email' ? ['email-form'] : ['form-unknown', { form: issue.pattern ?? issue.format }];
    case 'unrecognized_keys':
      return ['unknown-field'];
    case 'invalid_union':
      return 'options' in issue && issue.options ? ['kind-unknown', { kinds: listOf(issue.options) }] : ['unfit'];
    case 'invalid_key':
    case 'invalid_element':
    case 'custom':
      return ['unfit'];
  }
}
