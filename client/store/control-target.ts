import { type Field, fromPosition } from '../../shared/parameters/index.ts';
import { type Edit, targetOf, type UniverseDocument } from '../../shared/universe/index.ts';
import { sayOfRegistry } from '../words/of-registry.ts';

/** The control that a target name refers to. */
interface Control {
  field: Field;
  label: string;
  value: unknown;
  edit(value: unknown): Edit;
}

/** Returns null if this universe has no such control. */
function controlOf(name: string, document: UniverseDocument): Control | null {
  const target = targetOf(name);
  if (!target) return null;
  const { field } = target;
  if (target.kind === 'parameter') {
    const edit = (value: unknown): Edit => ({ kind: 'parameters.set', values: { [target.key]: value } });
    return { field, label: sayOfRegistry(field.label), value: document.parameters[target.key], edit };
  }
  const { kind, id } = target;
  const entity = (kind === 'emitter' ? document.emitters : document.wells).find((entry) => entry.id === id);
  if (!entity) return null;
  const edit = (value: unknown) => ({ kind: `${kind}.set`, id, values: { [target.name]: value } }) as Edit;
  return { field, label: `${id}: ${sayOfRegistry(field.label)}`, value: (entity as unknown as Record<string, unknown>)[target.name], edit };
}

/** Whether a knob can change a field of this kind. */
export function isLearnable({ kind }: Field): boolean {
  return kind === 'number' || kind === 'integer' || kind === 'choice' || kind === 'switch';
}

/** Returns the label of a control for a list; its bare name if this universe has no such control. */
export function labelOfTarget(target: string, document: UniverseDocument): string {
  return controlOf(target, document)?.label ?? target;
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

/** Returns the edit that a knob at a position 0..1 makes; null if it changes nothing. */
export function editOfControl(target: string, position: number, document: UniverseDocument): Edit | null {
  const found = controlOf(target, document);
  const value = found && valueAt(found.field, position);
  return found && value !== null && value !== found.value ? found.edit(value) : null;
}
