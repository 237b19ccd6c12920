import { fieldIssue } from '../refusals/field-issue.ts';
import type { FieldIssue } from './errors.ts';

/** Tells whether text can be stored by every part of the server: whole code points of Unicode, without U+0000, for which PostgreSQL has no place. */
const isPlain = (text: string) => text.isWellFormed() && !text.includes('\0');

/** Tells whether all text within a body can be stored. The body must not be nested deeper than the stack is. */
function holdsPlainText(value: unknown): boolean {
  if (typeof value === 'string') return isPlain(value);
  return typeof value !== 'object' || value === null || Object.values(value).every(holdsPlainText);
}

/** Returns the first text within a body that can't be stored, with its place, or null. */
export function refuseText(sent: unknown): FieldIssue | null {
  if (holdsPlainText(sent)) return null;
  const path: string[] = [];
  let value = sent;
  while (typeof value === 'object' && value !== null) {
    const [key, inner] = Object.entries(value).find(([, held]) => !holdsPlainText(held))!;
    path.push(key);
    value = inner;
  }
  return fieldIssue(path.join('.'), String(value).slice(0, 200).toWellFormed(), 'characters-unstorable');
}
