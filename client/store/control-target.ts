import { type Field, fromPosition, isParameterKey, parameterOf } from '../../shared/parameters/index.ts';
import { type Edit, emitterFields, type UniverseDocument, wellFields } from '../../shared/universe/index.ts';

/** What the name of a control stands for: a parameter's key, or `emitter:ID:FIELD` and `well:ID:FIELD`. */
interface Target {
  field: Field;
  label: string;
  value: unknown;
  edit(value: unknown): Edit;
}

/** Null where this universe has no such control. */
function targetOf(target: string, document: UniverseDocument): Target | null {
  if (isParameterKey(target)) {
    const field = parameterOf(target);
    const edit = (value: unknown): Edit => ({ kind: 'parameters.set', values: { [target]: value } });
    return { field, label: field.label, value: document.parameters[target], edit };
  }
  const [list, id, name] = target.split(':');
  if ((list !== 'emitter' && list !== 'well') || name === undefined) return null;
  const fields: Record<string, Field> = list === 'emitter' ? emitterFields : wellFields;
  const thing = (list === 'emitter' ? document.emitters : document.wells).find((entry) => entry.id === id);
  const field = Object.hasOwn(fields, name) ? fields[name] : undefined;
  if (!thing || !field) return null;
  const edit = (value: unknown) => ({ kind: `${list}.set`, id, values: { [name]: value } }) as Edit;
  return { field, label: `${id}: ${field.label}`, value: (thing as unknown as Record<string, unknown>)[name], edit };
}

/** Whether a knob can move a field of this kind. */
export function isLearnable({ kind }: Field): boolean {
  return kind === 'number' || kind === 'integer' || kind === 'choice' || kind === 'switch';
}

/** How a control is called, for a list; its bare name where this universe has no such control. */
export function labelOfTarget(target: string, document: UniverseDocument): string {
  return targetOf(target, document)?.label ?? target;
}

function valueAt(field: Field, position: number): number | string | boolean | null {
  switch (field.kind) {
    case 'number':
    case 'integer':
      return fromPosition(field, position);
    case 'choice':
      return field.choices[Math.min(field.choices.length - 1, Math.floor(position * field.choices.length))];
    case 'switch':
      return position >= 0.5;
    case 'colour':
    case 'pitches':
    case 'bitmap':
      return null;
  }
}

/** What a knob at a position 0..1 does to the universe; null where it changes nothing there. */
export function editOfControl(target: string, position: number, document: UniverseDocument): Edit | null {
  const found = targetOf(target, document);
  const value = found && valueAt(found.field, position);
  return found && value !== null && value !== found.value ? found.edit(value) : null;
}
