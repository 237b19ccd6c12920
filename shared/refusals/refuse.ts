import { AppError, type FieldIssue } from '../api/errors.ts';
import { type Reason, refusals } from './catalogue.ts';
import { type DerivedPlace, fillPlaces, type ParamsIn, type PlaceIn, type RefusalParams } from './places.ts';
import { tryAgainIn } from './wait-texts.ts';

type TextOf<R extends Reason> = (typeof refusals)[R]['text'];

interface Options {
  readonly cause?: unknown;
  readonly issues?: readonly FieldIssue[];
  /** Whole seconds, at least 1. */
  readonly retryAfterSeconds?: number;
}

/** Options of a text: its derived places need what they are filled from. */
type OptionsIn<T extends string> = Options &
  ('again' extends PlaceIn<T> ? { readonly retryAfterSeconds: number } : object) &
  ('found' extends PlaceIn<T> ? { readonly issues: readonly FieldIssue[] } : object);

type NoParams = Readonly<Record<string, never>>;
type IsEmpty<T> = [T] extends [never] ? true : false;
type GivenParams<T extends string> = IsEmpty<keyof ParamsIn<T>> extends true ? NoParams : ParamsIn<T>;

/** Arguments of `refuse` after the reason: parameters and options, each optional where the text needs none. */
type Given<T extends string> =
  IsEmpty<PlaceIn<T> & DerivedPlace> extends true
    ? IsEmpty<keyof ParamsIn<T>> extends true
      ? [params?: NoParams, options?: OptionsIn<T>]
      : [params: GivenParams<T>, options?: OptionsIn<T>]
    : [params: GivenParams<T>, options: OptionsIn<T>];

/** Makes the error of a refusal of the catalogue, with its English message. */
export function refuse<R extends Reason>(reason: R, ...[params, options]: Given<TextOf<R>>): AppError {
  const { code, text } = refusals[reason];
  const given: RefusalParams = params ?? {};
  const { issues = [], retryAfterSeconds, cause }: Options = options ?? {};
  const message = fillPlaces(text, {
    ...given,
    ...(retryAfterSeconds === undefined ? {} : { again: tryAgainIn(retryAfterSeconds) }),
    found: issues.map(({ path, rule }) => `${path || 'request'}: ${rule}`).join('; '),
  });
  return new AppError(code, message, { reason, params: given, issues, retryAfterSeconds, cause });
}

/** Reasons whose text says when to try again, and needs nothing else. */
type WaitReason = { [R in Reason]: PlaceIn<TextOf<R>> extends 'again' ? ('again' extends PlaceIn<TextOf<R>> ? R : never) : never }[Reason];

/** Makes the refusal of what came too often. waitMs: until it may come again */
export function refuseFor(waitMs: number, reason: WaitReason, issues: readonly FieldIssue[] = []): AppError {
  return refuse(reason, {}, { issues, retryAfterSeconds: Math.max(1, Math.ceil(waitMs / 1000)) });
}

/** Makes the refusal of what was sent, by the rules that its fields break. */
export const refuseFields = (issues: readonly FieldIssue[], cause?: unknown): AppError => refuse('invalid-fields', {}, { issues, cause });
