import { type ParameterGroup, type ParameterKey, parameterGroups, registry } from '../../shared/parameters/index.ts';
import { EditorState, EmitterState, type MemberState, UniverseState, WellState } from '../../shared/room/state.ts';
import { affinityIndex, type Edit, isStoryEdit, type Storyboard, type UniverseDocument } from '../../shared/universe/index.ts';

const groupOf = new Map<string, ParameterGroup>(
  parameterGroups.flatMap((group) => Object.keys(registry[group]).map((key) => [key, group] as const)),
);

/** The room's state for a run that begins with `document`. */
export function createState(document: UniverseDocument, epoch: number): UniverseState {
  const state = new UniverseState();
  restartState(state, document, epoch);
  return state;
}

/** Makes the state that of a run that begins with `document`. */
export function restartState(state: UniverseState, document: UniverseDocument, epoch: number): void {
  writeDocument(state, document);
  state.epoch = epoch;
  state.tick = 0;
}

/** Makes the state say what `document` says. */
function writeDocument(state: UniverseState, document: UniverseDocument): void {
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

/** What edits change in the state, and who made each change last. The storyboard is written by itself, as a whole. */
export function applyToState(state: UniverseState, edits: readonly { edit: Edit; memberId: string }[]): void {
  const marks = new Map<string, string>();
  for (const { edit, memberId } of edits) {
    write(state, edit);
    const isGone = edit.kind === 'emitter.remove' || edit.kind === 'well.remove';
    // What is not there any more nobody has moved.
    for (const key of changedBy(edit)) marks.set(key, isGone ? '' : memberId);
  }
  for (const [key, memberId] of marks) markEditor(state, key, state.members.get(memberId));
}

function write(state: UniverseState, edit: Edit): void {
  if (isStoryEdit(edit)) return;
  switch (edit.kind) {
    case 'parameters.set':
      return assignParameters(state, edit.values);
    case 'emitter.add':
      return void state.emitters.set(edit.emitter.id, new EmitterState().assign(edit.emitter));
    case 'emitter.set':
      return void state.emitters.get(edit.id)?.assign(edit.values);
    case 'emitter.remove':
      return void state.emitters.delete(edit.id);
    case 'well.add':
      return void state.wells.set(edit.well.id, new WellState().assign(edit.well));
    case 'well.set':
      return void state.wells.get(edit.id)?.assign(edit.values);
    case 'well.remove':
      return void state.wells.delete(edit.id);
    case 'affinities.set':
      for (const { of, towards, value } of edit.cells) state.affinities[affinityIndex(of, towards)] = value;
      return;
    case 'restart':
    case 'note.press':
    case 'note.release':
      return;
  }
}

/** Whose mark of who moved it last an edit changes. */
function changedBy(edit: Edit): readonly string[] {
  if (isStoryEdit(edit)) return ['storyboard'];
  switch (edit.kind) {
    case 'parameters.set':
      return Object.keys(edit.values);
    case 'emitter.add':
      return [`emitter:${edit.emitter.id}`];
    case 'emitter.set':
    case 'emitter.remove':
      return [`emitter:${edit.id}`];
    case 'well.add':
      return [`well:${edit.well.id}`];
    case 'well.set':
    case 'well.remove':
      return [`well:${edit.id}`];
    case 'affinities.set':
      return ['affinities'];
    case 'restart':
    case 'note.press':
    case 'note.release':
      return [];
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
