import type { ClientError } from '../../../../shared/api/operations/report-schemas.ts';
import { type ClientErrorKind, type ClientErrorName, clientErrorNames, reportLimits } from '../../../../shared/api/operations/reports.ts';

/** An error as a page meets it. */
export interface FoundError {
  kind: ClientErrorKind;
  /** What was thrown: anything. */
  thrown?: unknown;
  /** Where, if what was thrown does not say so: `SCRIPT_URL:LINE:COLUMN`. */
  at?: string;
}

/** A line of a stack, in Chromium (`at f (URL:1:2)`) or in Firefox and WebKit (`f@URL:1:2`). */
const stackLine = /^\s*at\s|^[^\s]*@/;
const ownScript = /^(?:.*[\s(@])?https?:\/\/([^/\s]+)\/assets\/([A-Za-z0-9._-]{1,80})\.js:(\d{1,8}):(\d{1,8})\)?$/;
const names: ReadonlySet<string> = new Set(clientErrorNames);

/**
 * Reduces an error to what may be reported: a name of the list, and its place in a script of this host. Its message, and all else that could
 * quote what a user wrote, stays here.
 */
export function reportedError({ kind, thrown, at = '' }: FoundError, host: string): ClientError {
  const error = thrown instanceof Error || thrown instanceof DOMException ? thrown : null;
  const name = error && names.has(error.name) ? (error.name as ClientErrorName) : 'Other';
  const lines = (error?.stack ?? '').split('\n').filter((line) => stackLine.test(line));
  for (const line of [...lines, at]) {
    const [, itsHost, script, lineNumber, column] = ownScript.exec(line) ?? [];
    if (script === undefined || itsHost !== host) continue;
    const place = { script, line: Number(lineNumber), column: Number(column) };
    if (Math.max(place.line, place.column) <= reportLimits.position.max) return { kind, name, place };
  }
  return { kind, name, place: null };
}
