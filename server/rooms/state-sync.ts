import { type ParameterGroup, type ParameterKey, parameterGroups, registry } from '../../shared/parameters/index.ts';
import { EditorState, EmitterState, type MemberState, UniverseState, WellState } from '../../shared/room/state.ts';
import { affinityIndex, type Edit, isStoryEdit, type Storyboard, type UniverseDocument } from '../../shared/universe/index.ts';

const groupOf = new Map<string, ParameterGroup>(
  parameterGroups.flatMap((group) => Object.keys(registry[group]).map((key) => [key, group] as const)),
);

/** The room's state for a run that begins with `document`. */
export function createState(document: UniverseDocument, epoch: number): UniverseState {
  const state = new UniverseState();
  writeDocument(state, document);
  state.epoch = epoch;
  return state;
}

/** Makes the state say what `document` says. */
export function writeDocument(state: UniverseState, document: UniverseDocument): void {
  assignParameters(state, document.parameters);
  state.emitters.clear();
  for (const emitter of document.emitters) state.emitters.set(emitter.id, new EmitterState().assign(emitter));
  state.affinities.clear();
  state.affinities.push(...document.affinities);
  state.wells.clear();
  for (const well of document.wells) state.wells.set(well.id, new WellState().assign(well));
  writeStoryboard(state, document.storyboard);
}

/** What is in the state now: the text is made anew only for another storyboard. */
const shown = new WeakMap<UniverseState, Storyboard | null>();

export function writeStoryboard(state: UniverseState, storyboard: Storyboard | null): void {
  if (shown.get(state) === storyboard) return;
  shown.set(state, storyboard);
  state.storyboard = storyboard ? JSON.stringify(storyboard) : '';
}

/** What an edit changes in the state, and who changed it. The storyboard is written by itself, as a whole. */
export function applyToState(state: UniverseState, edit: Edit, by: MemberState | undefined): void {
  if (isStoryEdit(edit)) return markEditor(state, 'storyboard', by);
  switch (edit.kind) {
    case 'parameters.set':
      assignParameters(state, edit.values);
      for (const key of Object.keys(edit.values)) markEditor(state, key, by);
      return;
    case 'emitter.add':
      state.emitters.set(edit.emitter.id, new EmitterState().assign(edit.emitter));
      return markEditor(state, `emitter:${edit.emitter.id}`, by);
    case 'emitter.set':
      state.emitters.get(edit.id)?.assign(edit.values);
      return markEditor(state, `emitter:${edit.id}`, by);
    case 'emitter.remove':
      state.emitters.delete(edit.id);
      state.editedBy.delete(`emitter:${edit.id}`);
      return;
    case 'well.add':
      state.wells.set(edit.well.id, new WellState().assign(edit.well));
      return markEditor(state, `well:${edit.well.id}`, by);
    case 'well.set':
      state.wells.get(edit.id)?.assign(edit.values);
      return markEditor(state, `well:${edit.id}`, by);
    case 'well.remove':
      state.wells.delete(edit.id);
      state.editedBy.delete(`well:${edit.id}`);
      return;
    case 'affinities.set':
      for (const { of, towards, value } of edit.cells) state.affinities[affinityIndex(of, towards)] = value;
      return markEditor(state, 'affinities', by);
    case 'restart':
    case 'note.press':
    case 'note.release':
      return;
  }
}

function assignParameters(state: UniverseState, values: Partial<Record<ParameterKey, unknown>>): void {
  for (const [key, value] of Object.entries(values)) {
    const group = groupOf.get(key);
    if (group) (state[group] as unknown as Record<string, unknown>)[key] = value;
  }
}

function markEditor(state: UniverseState, key: string, by: MemberState | undefined): void {
  if (!by) return void state.editedBy.delete(key);
  if (state.editedBy.get(key)?.memberId === by.id) return;
  state.editedBy.set(key, new EditorState().assign({ memberId: by.id, name: by.name, colour: by.colour }));
}
