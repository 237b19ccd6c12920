import { type Field, type ParameterKey, parameterOf } from '../parameters/index.ts';
import { type Emitter, emitterFields, type Well, wellFields } from '../universe/index.ts';
import { emitterRules, wellRules } from './entity-rules.ts';
import { couplingRules } from './link-rules.ts';
import { visualizationRules } from './look-rules.ts';
import { physicsRules } from './physics-rules.ts';
import type { Remark } from './remark.ts';
import type { Rule, RuleInput } from './rule.ts';
import { audioRules, musicRules } from './sound-rules.ts';

/** The rules of every parameter that something can keep from acting, the plainest reason first. */
export const parameterRules: { readonly [K in ParameterKey]?: readonly Rule[] } = {
  ...physicsRules,
  ...musicRules,
  ...audioRules,
  ...visualizationRules,
  ...couplingRules,
};

function firstOf<E>(rules: readonly Rule<E>[] | undefined, document: RuleInput, entity: E): Remark | null {
  for (const rule of rules ?? []) {
    const remark = rule(document, entity);
    if (remark) return remark;
  }
  return null;
}

/** Returns the field because of whose value the registry does not even show a field. */
function hiderOf({ onlyWith }: Field, values: Readonly<Record<string, unknown>>): string | null {
  return onlyWith && !onlyWith.is.includes(values[onlyWith.field] as string | boolean) ? onlyWith.field : null;
}

/** Says why a parameter has no effect in a document, or less than its range promises; null if it acts. */
export function remarkOfParameter(document: RuleInput, key: ParameterKey): Remark | null {
  const hider = hiderOf(parameterOf(key), document.parameters);
  if (hider) return { effect: 'none', code: 'values', keys: [hider as ParameterKey], own: [] };
  return firstOf(parameterRules[key], document, null);
}

function remarkOfField<E>(
  document: RuleInput,
  entity: E & object,
  field: Field | undefined,
  rules: readonly Rule<E>[] | undefined,
): Remark | null {
  const hider = field && hiderOf(field, entity as Readonly<Record<string, unknown>>);
  if (hider) return { effect: 'none', code: 'values', keys: [], own: [hider] };
  return firstOf(rules, document, entity);
}

/** Says the same of a field of an emitter. */
export const remarkOfEmitter = (document: RuleInput, emitter: Emitter, name: string): Remark | null =>
  remarkOfField(
    document,
    emitter,
    (emitterFields as Readonly<Record<string, Field>>)[name],
    (emitterRules as Readonly<Record<string, readonly Rule<Emitter>[]>>)[name],
  );

/** Says the same of a field of a well. */
export const remarkOfWell = (document: RuleInput, well: Well, name: string): Remark | null =>
  remarkOfField(
    document,
    well,
    (wellFields as Readonly<Record<string, Field>>)[name],
    (wellRules as Readonly<Record<string, readonly Rule<Well>[]>>)[name],
  );
