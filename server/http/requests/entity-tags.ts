import { hash } from 'node:crypto';
import type { Request } from 'express';
import { fieldIssue } from '../../../shared/refusals/field-issue.ts';
import { refuse, refuseFields } from '../../../shared/refusals/refuse.ts';

const tagInList = /(W\/)?("[^"]*")/g;
const tagList = /^(?:\*|(?:W\/)?"[\x21\x23-\x7e]*"(?:[ \t]*,[ \t]*(?:W\/)?"[\x21\x23-\x7e]*")*)$/;
const digestLetters = 22;

/** A strong tag of what an answer holds. @see RFC 9110, §8.8.3 */
export const tagOf = (answer: unknown): string => `"${digestOf(JSON.stringify(answer))}"`;

/**
 * How an answer is tagged: by all that it holds, or by the revision of a universe as well, by which alone a change of what a
 * universe is said to be is held back.
 */
export type Tagging = 'content' | { revision: number };

/** The tag of an answer that is sent as this. */
export function tagOfSent(sent: string | Buffer, tagging: Tagging): string {
  return tagging === 'content' ? `"${digestOf(sent)}"` : `"${tagging.revision}.${digestOf(sent)}"`;
}

const digestOf = (sent: string | Buffer) => hash('sha256', sent, 'base64url').slice(0, digestLetters);

/**
 * The strong tags under one of which a request is to change something, or undefined where any will do.
 * @throws AppError `invalid-input` naming the header, where it can't be read.
 */
export function wantedTags(request: Request): readonly string[] | undefined {
  const header = request.get('if-match');
  if (header === undefined || header.trim() === '*') return undefined;
  if (!tagList.test(header.trim())) {
    throw refuseFields([fieldIssue('if-match', header.slice(0, 200), 'if-match-form')]);
  }
  // A weak tag says that it may stand for something else, so it names nothing that can be relied on.
  return [...header.matchAll(tagInList)].flatMap(([, weak, tag]) => (weak ? [] : [tag!]));
}

/** The revisions that a request names, or undefined where any will do: `"7"` as well as the whole tag that begins with it. */
export function wantedRevisions(request: Request): readonly number[] | undefined {
  const revisions = wantedTags(request)?.flatMap((tag) => /^"([1-9]\d{0,8})(?:\.|"$)/.exec(tag)?.[1] ?? []);
  if (revisions?.length === 0) throw refuse('changed-since');
  return revisions?.map(Number);
}

/** Whether who asks has what has this tag already. Express would not say so to a page whose own code asks, since browsers add `no-cache` to that. */
export function hasAlready(request: Request, tag: string): boolean {
  const header = request.get('if-none-match');
  if (header === undefined || !['GET', 'HEAD'].includes(request.method)) return false;
  return header.trim() === '*' || [...header.matchAll(tagInList)].some(([, , known]) => known === tag);
}
