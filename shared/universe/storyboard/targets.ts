import { type Field, isParameterKey, type ParameterKey, parameterKeys, parameterOf } from '../../parameters/index.ts';
import type { UniverseDocument } from '../document.ts';
import { type Emitter, emitterFields, type Well, wellFields } from '../entity-fields.ts';
import type { StateValue, StoryboardState } from './storyboard.ts';

/** A value of the document by its name: a parameter's key, or `emitter:ID:FIELD` and `well:ID:FIELD`. */
export type Target =
  | { readonly kind: 'parameter'; readonly key: ParameterKey; readonly field: Field }
  | { readonly kind: 'emitter' | 'well'; readonly id: string; readonly name: string; readonly field: Field };

const fieldsOf: Readonly<Record<'emitter' | 'well', Readonly<Record<string, Field>>>> = { emitter: emitterFields, well: wellFields };

/** Reads the name of a value; null when no document could have it. */
export function targetOf(name: string): Target | null {
  if (isParameterKey(name)) return { kind: 'parameter', key: name, field: parameterOf(name) };
  const [kind, id, fieldName, ...more] = name.split(':');
  if ((kind !== 'emitter' && kind !== 'well') || !id || fieldName === undefined || more.length > 0) return null;
  if (!Object.hasOwn(fieldsOf[kind], fieldName)) return null;
  return { kind, id, name: fieldName, field: fieldsOf[kind][fieldName]! };
}

/** True when a storyboard may set a value: not those for which memory is allocated, and no images. */
export function isStoryboardTarget(name: string): boolean {
  return name !== 'particleCount' && targetOf(name) !== null && targetOf(name)!.field.kind !== 'bitmap';
}

const valuesOfEntities = (kind: 'emitter' | 'well', entities: readonly (Emitter | Well)[]): [string, StateValue][] =>
  entities.flatMap((entity) =>
    Object.keys(fieldsOf[kind]).map((name): [string, StateValue] => [
      `${kind}:${entity.id}:${name}`,
      (entity as unknown as Record<string, StateValue>)[name],
    ]),
  );

/** Returns the present document as the state of a point. */
export function stateOf({ parameters: values, emitters, wells }: UniverseDocument): StoryboardState {
  const entries: [string, StateValue][] = [
    ...parameterKeys.filter((key) => values[key] !== parameterOf(key).default).map((key): [string, StateValue] => [key, values[key]]),
    ...valuesOfEntities('emitter', emitters),
    ...valuesOfEntities('well', wells),
  ];
  return Object.fromEntries(entries.filter(([name]) => isStoryboardTarget(name)));
}

/** The targets that an edit of values touches. */
export function targetsOf(kind: 'parameters' | 'emitter' | 'well', id: string, values: object): string[] {
  return Object.keys(values).map((name) => (kind === 'parameters' ? name : `${kind}:${id}:${name}`));
}
