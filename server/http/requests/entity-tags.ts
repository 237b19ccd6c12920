import { hash } from 'node:crypto';
import type { Request } from 'express';
import { fieldIssue } from '../../../shared/refusals/field-issue.ts';
import { refuse, refuseFields } from '../../../shared/refusals/refuse.ts';

const tagInList = /(W\/)?("[^"]*")/g;
const tagList = /^(?:\*|(?:W\/)?"[\x21\x23-\x7e]*"(?:[ \t]*,[ \t]*(?:W\/)?"[\x21\x23-\x7e]*")*)$/;
const digestLetters = 22;

/** Returns a strong tag of the content of an answer. @see RFC 9110, §8.8.3 */
export const tagOf = (answer: unknown): string => `"${digestOf(JSON.stringify(answer))}"`;

/**
 * The tag of an answer: its content, or its content with the revision of a universe in front. Only the revision is compared when a
 * description is changed.
 */
export type Tagging = 'content' | { revision: number };

/** Returns the tag of an answer with this body. */
export function tagOfSent(sent: string | Buffer, tagging: Tagging): string {
  return tagging === 'content' ? `"${digestOf(sent)}"` : `"${tagging.revision}.${digestOf(sent)}"`;
}

const digestOf = (sent: string | Buffer) => hash('sha256', sent, 'base64url').slice(0, digestLetters);

/**
 * Returns the strong tags of `If-Match`, or undefined if there is no condition.
 * @throws AppError `invalid-input` naming the header if it is malformed.
 */
export function wantedTags(request: Request): readonly string[] | undefined {
  const header = request.get('if-match');
  if (header === undefined || header.trim() === '*') return undefined;
  if (!tagList.test(header.trim())) {
    throw refuseFields([fieldIssue('if-match', header.slice(0, 200), 'if-match-form')]);
  }
  // A weak tag may stand for other content, so it never matches.
  return [...header.matchAll(tagInList)].flatMap(([, weak, tag]) => (weak ? [] : [tag!]));
}

/** Returns the revisions of `If-Match`, or undefined if there is no condition. Accepts `"7"` as well as a whole tag that begins with it. */
export function wantedRevisions(request: Request): readonly number[] | undefined {
  const revisions = wantedTags(request)?.flatMap((tag) => /^"([1-9]\d{0,8})(?:\.|"$)/.exec(tag)?.[1] ?? []);
  if (revisions?.length === 0) throw refuse('changed-since');
  return revisions?.map(Number);
}

/**
 * Returns whether the caller already has the answer with this tag. Express ignores `If-None-Match` for requests by a page's own code, since
 * browsers add `no-cache` to them.
 */
export function hasAlready(request: Request, tag: string): boolean {
  const header = request.get('if-none-match');
  if (header === undefined || !['GET', 'HEAD'].includes(request.method)) return false;
  return header.trim() === '*' || [...header.matchAll(tagInList)].some(([, , known]) => known === tag);
}
