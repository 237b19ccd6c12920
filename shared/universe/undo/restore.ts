import type { ParameterPatch } from '../../parameters/index.ts';
import { applyEdit, refuseEdit } from '../apply-edit.ts';
import type { UniverseDocument } from '../document.ts';
import type { Edit } from '../edits.ts';
import type { Emitter, Well } from '../entity-fields.ts';
import { speciesCount } from '../species.ts';
import type { StoryboardPoint, Storyboard } from '../storyboard/storyboard.ts';
import type { DocumentCell } from './writes.ts';

/** Returns edits that give cells of a document these values, as far as it accepts them. The tick is that of the last edit. */
export function restoring(document: UniverseDocument, values: ReadonlyMap<DocumentCell, unknown>, tick: number): Edit[] {
  const edits: Edit[] = [];
  let next = document;
  for (const edit of wanted(document, values)) {
    if (refuseEdit(next, edit)) continue;
    next = applyEdit(next, edit, tick);
    edits.push(edit);
  }
  return edits;
}

/** Values of fields by the emitter or well that they belong to. */
type Fields = Record<string, Record<string, unknown>>;

function wanted(document: UniverseDocument, values: ReadonlyMap<DocumentCell, unknown>): Edit[] {
  const edits: Edit[] = [];
  const parameters: Record<string, unknown> = {};
  const cells: { of: number; towards: number; value: number }[] = [];
  const story: Record<string, unknown> = {};
  const [emitters, wells, points]: [Fields, Fields, Fields] = [{}, {}, {}];
  const addTo = (fields: Fields, id: string, name: string, value: unknown) => ((fields[id] ??= {})[name] = value);

  for (const [cell, value] of values) {
    const [root, first, second, third] = cell.split('/') as [string, string, string?, string?];
    if (root === 'parameters') parameters[first] = value;
    else if (root === 'affinities')
      cells.push({ of: Math.floor(Number(first) / speciesCount), towards: Number(first) % speciesCount, value: value as number });
    else if (root === 'emitters' && second === undefined) edits.push(emitterThere(document, first, value as Emitter | undefined));
    else if (root === 'emitters') addTo(emitters, first, second!, value);
    else if (root === 'wells' && second === undefined) edits.push(wellThere(document, first, value as Well | undefined));
    else if (root === 'wells') addTo(wells, first, second!, value);
    else if (first === undefined) edits.push(storyThere(value as Storyboard | undefined));
    else if (first !== 'points') story[first] = value;
    else if (third === undefined) edits.push(pointThere(second!, value as StoryboardPoint | undefined));
    else addTo(points, second!, third, value);
  }

  if (Object.keys(parameters).length > 0) edits.push({ kind: 'parameters.set', values: parameters as ParameterPatch });
  if (cells.length > 0) edits.push({ kind: 'affinities.set', cells });
  if (Object.keys(story).length > 0) edits.push({ kind: 'storyboard.set', values: story });
  for (const [id, fields] of Object.entries(emitters)) edits.push({ kind: 'emitter.set', id, values: fields });
  for (const [id, fields] of Object.entries(wells)) edits.push({ kind: 'well.set', id, values: fields });
  for (const [id, fields] of Object.entries(points)) edits.push({ kind: 'point.set', id, values: fields });
  return edits;
}

/** An entity that is there in spite of a removal has been replaced at once: it takes the old values. */
function emitterThere({ emitters }: UniverseDocument, id: string, emitter: Emitter | undefined): Edit {
  if (!emitter) return { kind: 'emitter.remove', id };
  const { id: _id, ...values } = emitter;
  return emitters.some((other) => other.id === id) ? { kind: 'emitter.set', id, values } : { kind: 'emitter.add', emitter };
}

function wellThere({ wells }: UniverseDocument, id: string, well: Well | undefined): Edit {
  if (!well) return { kind: 'well.remove', id };
  const { id: _id, ...values } = well;
  return wells.some((other) => other.id === id) ? { kind: 'well.set', id, values } : { kind: 'well.add', well };
}

const pointThere = (id: string, point: StoryboardPoint | undefined): Edit =>
  point ? { kind: 'point.add', point } : { kind: 'point.remove', id };

function storyThere(storyboard: Omit<Storyboard, 'playhead' | 'released'> | undefined): Edit {
  if (!storyboard) return { kind: 'storyboard.unload' };
  const { keptAs, ...content } = storyboard;
  return { kind: 'storyboard.load', content, keptAs };
}
