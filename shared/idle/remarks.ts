import { type Field, type ParameterKey, parameterOf } from '../parameters/index.ts';
import { type Emitter, emitterFields, type Well, wellFields } from '../universe/index.ts';
import { emitterRules, wellRules } from './entity-rules.ts';
import { couplingRules } from './link-rules.ts';
import { visualizationRules } from './look-rules.ts';
import { physicsRules } from './physics-rules.ts';
import type { Remark } from './remark.ts';
import type { Rule, Scene } from './rule.ts';
import { audioRules, musicRules } from './sound-rules.ts';

/** The rules of every parameter that something can keep from acting, the plainest reason first. */
export const parameterRules: { readonly [K in ParameterKey]?: readonly Rule[] } = {
  ...physicsRules,
  ...musicRules,
  ...audioRules,
  ...visualizationRules,
  ...couplingRules,
};

function firstOf<E>(rules: readonly Rule<E>[] | undefined, scene: Scene, entity: E): Remark | null {
  for (const rule of rules ?? []) {
    const remark = rule(scene, entity);
    if (remark) return remark;
  }
  return null;
}

/** Returns the remark on a field that the registry shows only with some values of another. */
function remarkOnlyWith({ onlyWith }: Field, values: Readonly<Record<string, unknown>>): string | null {
  return onlyWith && !onlyWith.is.includes(values[onlyWith.field] as string | boolean) ? onlyWith.field : null;
}

/** Says why a parameter has no effect in a document, or less than its range promises; null if it acts. */
export function remarkOfParameter(scene: Scene, key: ParameterKey): Remark | null {
  const hiddenBy = remarkOnlyWith(parameterOf(key), scene.parameters);
  if (hiddenBy) return { effect: 'none', code: 'values', keys: [hiddenBy as ParameterKey], own: [] };
  return firstOf(parameterRules[key], scene, null);
}

function remarkOfField<E>(
  scene: Scene,
  entity: E & object,
  field: Field | undefined,
  rules: readonly Rule<E>[] | undefined,
): Remark | null {
  const hiddenBy = field && remarkOnlyWith(field, entity as Readonly<Record<string, unknown>>);
  if (hiddenBy) return { effect: 'none', code: 'values', keys: [], own: [hiddenBy] };
  return firstOf(rules, scene, entity);
}

/** Says the same of a field of an emitter. */
export const remarkOfEmitter = (scene: Scene, emitter: Emitter, name: string): Remark | null =>
  remarkOfField(
    scene,
    emitter,
    (emitterFields as Readonly<Record<string, Field>>)[name],
    (emitterRules as Readonly<Record<string, readonly Rule<Emitter>[]>>)[name],
  );

/** Says the same of a field of a well. */
export const remarkOfWell = (scene: Scene, well: Well, name: string): Remark | null =>
  remarkOfField(
    scene,
    well,
    (wellFields as Readonly<Record<string, Field>>)[name],
    (wellRules as Readonly<Record<string, readonly Rule<Well>[]>>)[name],
  );
