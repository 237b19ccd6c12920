import type { ZodError } from 'zod';
import { fieldIssue, issueOf } from '../refusals/field-issue.ts';
import { zodRule } from '../refusals/zod-rule.ts';
import type { FieldIssue } from './errors.ts';
import { refuseText } from './plain-text.ts';

/** Longest text of a refused value that is sent back. */
const maxValue = 200;

/** Stands for a value that is private. */
const hidden = '(hidden)';

const isHidden = (path: readonly PropertyKey[], shows?: readonly string[]) => shows?.includes(String(path[0])) === false;

/**
 * Returns the findings of zod as path, rule and the value that broke it. A value that is long or not plain is left out, and one that is not
 * under a field of `shows` is hidden.
 */
export function fieldIssues(error: ZodError, input: unknown, shows?: readonly string[]): FieldIssue[] {
  const valueOf = (path: readonly PropertyKey[]) => (isHidden(path, shows) ? hidden : shown(valueAt(input, path)));
  return error.issues.flatMap((issue) => {
    if (issue.code === 'unrecognized_keys') {
      return issue.keys.map((key) => fieldIssue(pathOf([...issue.path, key]), valueOf([...issue.path, key]), 'unknown-field'));
    }
    const [reason, params = {}] = zodRule(issue, valueAt(input, issue.path));
    return [issueOf(pathOf(issue.path), valueOf(issue.path), reason, params)];
  });
}

const pathOf = (path: readonly PropertyKey[]) => path.map(String).join('.');

function valueAt(input: unknown, path: readonly PropertyKey[]): unknown {
  let value = input;
  for (const key of path) {
    if (typeof value !== 'object' || value === null || !Object.hasOwn(value, key)) return undefined;
    value = (value as Record<PropertyKey, unknown>)[key];
  }
  return value;
}

function shown(value: unknown): unknown {
  if (typeof value === 'number' && !Number.isFinite(value)) return String(value);
  if (typeof value === 'string') return value.slice(0, maxValue);
  return typeof value === 'object' || value === undefined ? null : value;
}

/** Returns the same for text that can't be stored (plain-text.ts), or null if all can. */
export function textIssue(input: unknown, shows?: readonly string[]): FieldIssue | null {
  const issue = refuseText(input);
  return issue && { ...issue, value: isHidden(issue.path.split('.'), shows) ? hidden : issue.value };
}
