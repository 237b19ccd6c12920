import type { ZodError } from 'zod';
import type { FieldIssue } from './errors.ts';

/** Longest text of a refused value that is sent back. */
const longestValue = 200;

/** What zod found, as path, rule and the value that broke it. A value that is long or not plain is left out. */
export function fieldIssues(error: ZodError, input: unknown): FieldIssue[] {
  return error.issues.flatMap((issue) => {
    if (issue.code === 'unrecognized_keys') {
      return issue.keys.map((key) => ({
        path: pathOf([...issue.path, key]),
        rule: 'is not known here',
        value: shown(valueAt(input, [...issue.path, key])),
      }));
    }
    return [{ path: pathOf(issue.path), rule: issue.message, value: shown(valueAt(input, issue.path)) }];
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
  if (typeof value === 'string') return value.slice(0, longestValue);
  return typeof value === 'object' || value === undefined ? null : value;
}
