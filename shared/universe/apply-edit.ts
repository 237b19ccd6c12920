import type { UniverseDocument } from './document.ts';
import { type EditRefusal, refusedEdit } from './edit-refusal.ts';
import type { Edit, PlainEdit } from './edits.ts';
import { maxEmitters, maxWells } from './entity-fields.ts';
import { affinityIndex } from './species.ts';
import { applyStoryboardEdit, isStoryboardEdit, refuseStoryboardEdit, released } from './storyboard/edit-storyboard.ts';
import { withPlayhead } from './storyboard/playhead.ts';
import { targetsOf } from './storyboard/targets.ts';

type Listed = { id: string };

/** Returns why `edit` cannot be applied to `document`, or null when it can. */
export function refuseEdit(document: UniverseDocument, edit: Edit): EditRefusal | null {
  if (isStoryboardEdit(edit)) return refuseStoryboardEdit(document.storyboard, edit);
  switch (edit.kind) {
    case 'compound':
      return refuseCompound(document, edit.edits);
    case 'emitter.add':
      return refuseAdd('emitter', document.emitters, edit.emitter.id, maxEmitters);
    case 'well.add':
      return refuseAdd('well', document.wells, edit.well.id, maxWells);
    case 'emitter.set':
    case 'emitter.remove':
      return refuseUnknown(document.emitters, edit.id);
    case 'well.set':
    case 'well.remove':
      return refuseUnknown(document.wells, edit.id);
    case 'parameters.set':
    case 'affinities.set':
    case 'restart':
    case 'note.press':
    case 'note.release':
      return null;
  }
}

/** Returns why one of some edits cannot be applied after those before it. */
function refuseCompound(document: UniverseDocument, edits: readonly PlainEdit[]): EditRefusal | null {
  let next = document;
  for (const [index, edit] of edits.entries()) {
    const refusal = refuseEdit(next, edit);
    if (refusal) return { ...refusal, path: `edits.${index}.${refusal.path}` };
    // Whether a plain edit is possible does not depend on the tick.
    next = applyEdit(next, edit, 0);
  }
  return null;
}

function refuseAdd(kind: string, list: readonly Listed[], id: string, most: number): EditRefusal | null {
  if (list.some((entry) => entry.id === id)) return refusedEdit(`${kind}.id`, id, 'name-taken');
  if (list.length >= most) return refusedEdit(kind, list.length + 1, 'in-universe-limit', { max: most });
  return null;
}

function refuseUnknown(list: readonly Listed[], id: string): EditRefusal | null {
  return list.some((entry) => entry.id === id) ? null : refusedEdit('id', id, 'not-there');
}

/**
 * Returns the document after `edit`, made at `tick`. Shares unchanged parts; the given document is not changed. The edit must not be
 * refused.
 */
export function applyEdit(document: UniverseDocument, edit: Edit, tick: number): UniverseDocument {
  if (isStoryboardEdit(edit)) return { ...document, storyboard: applyStoryboardEdit(document.storyboard, edit, tick) };
  switch (edit.kind) {
    case 'compound':
      return edit.edits.reduce((next, part) => applyEdit(next, part, tick), document);
    case 'parameters.set':
      return {
        ...document,
        parameters: { ...document.parameters, ...edit.values },
        storyboard: takenOver(document, 'parameters', '', edit.values),
      };
    case 'emitter.add':
      return { ...document, emitters: [...document.emitters, edit.emitter] };
    case 'emitter.set':
      return {
        ...document,
        emitters: changed(document.emitters, edit.id, edit.values),
        storyboard: takenOver(document, 'emitter', edit.id, edit.values),
      };
    case 'emitter.remove':
      return { ...document, emitters: document.emitters.filter((entry) => entry.id !== edit.id) };
    case 'well.add':
      return { ...document, wells: [...document.wells, edit.well] };
    case 'well.set':
      return {
        ...document,
        wells: changed(document.wells, edit.id, edit.values),
        storyboard: takenOver(document, 'well', edit.id, edit.values),
      };
    case 'well.remove':
      return { ...document, wells: document.wells.filter((entry) => entry.id !== edit.id) };
    case 'affinities.set': {
      const affinities = [...document.affinities];
      for (const { of, towards, value } of edit.cells) affinities[affinityIndex(of, towards)] = value;
      return { ...document, affinities };
    }
    case 'restart':
      return begunAgain(document, tick);
    case 'note.press':
    case 'note.release':
      return document;
  }
}

function changed<T extends Listed>(list: readonly T[], id: string, values: Partial<Omit<T, 'id'>>): T[] {
  return list.map((entry) => (entry.id === id ? { ...entry, ...values } : entry));
}

function takenOver({ storyboard }: UniverseDocument, kind: 'parameters' | 'emitter' | 'well', id: string, values: object) {
  return released(storyboard, targetsOf(kind, id, values));
}

/** Restarts an active storyboard with its universe. */
function begunAgain(document: UniverseDocument, tick: number): UniverseDocument {
  const { storyboard } = document;
  if (!storyboard?.playhead) return document;
  return { ...document, storyboard: withPlayhead(storyboard, tick, storyboard.playhead.since !== null, 0) };
}
