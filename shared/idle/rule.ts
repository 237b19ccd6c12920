import type { ParameterKey, ParameterValues } from '../parameters/index.ts';
import { isAudible, partLevels } from '../simulation/composer/parts-that-play.ts';
import { type Part, parts } from '../simulation/note.ts';
import type { UniverseDocument } from '../universe/index.ts';
import type { Remark, RemarkCode } from './remark.ts';

/** The part of a document that decides what has an effect. */
export type RuleInput = Pick<UniverseDocument, 'parameters' | 'emitters' | 'wells' | 'affinities'>;

/** Returns the remark about a control if its gate is closed; `entity`: the emitter or well of a field. */
export type Rule<E = unknown> = (document: RuleInput, entity: E) => Remark | null;

type Condition<E> = (parameters: ParameterValues, document: RuleInput, entity: E) => boolean;
/** Codes of which there is nothing more to say. */
type PlainCode = Exclude<RemarkCode, 'values' | 'silent-parts' | 'on-off' | 'scale-only' | 'only-emitter'>;

/** A remark, while a condition holds. */
export function remarkOn<E = unknown>(remark: Remark, when: Condition<E>): Rule<E> {
  return (document, entity) => (when(document.parameters, document, entity) ? remark : null);
}

/** No effect, because of the present values of these settings. */
export function because<E = unknown>(keys: readonly ParameterKey[], when: Condition<E>, own: readonly (keyof E & string)[] = []): Rule<E> {
  return remarkOn({ effect: 'none', code: 'values', keys, own }, when);
}

/** No effect, because of the present values of these fields of the emitter or well itself. */
export const becauseOwn = <E>(own: readonly (keyof E & string)[], when: Condition<E>): Rule<E> => because([], when, own);

/** No effect, for a reason without values. */
export function noEffect(code: PlainCode, when: Condition<unknown>): Rule {
  return remarkOn({ effect: 'none', code }, when);
}

const areSilent = (parameters: ParameterValues, some: readonly Part[]) => some.every((part) => !isAudible(parameters, part));
export const isAllSilent = (parameters: ParameterValues): boolean => areSilent(parameters, parts);

/** No effect while all of these parts are silent, and another condition holds. */
export function silent(some: readonly Part[], also: Condition<unknown> = () => true): Rule {
  const keys = some.map((part) => partLevels[part]);
  return remarkOn({ effect: 'none', code: 'silent-parts', keys }, (p, document, entity) => areSilent(p, some) && also(p, document, entity));
}

/** No effect while no part is loud enough to be heard. */
export const allSilent = (also: Condition<unknown> = () => true): Rule =>
  noEffect('all-silent', (p, document, entity) => isAllSilent(p) && also(p, document, entity));

export const isClassic = ({ couplingMode }: ParameterValues): boolean => couplingMode === 'classic';
/** True while particles bounce off the edge of the universe. */
export const hasEdge = ({ bounds }: ParameterValues): boolean => bounds === 'box' || bounds === 'sphere';
