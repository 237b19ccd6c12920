import { parameterKeys } from '../../parameters/index.ts';
import type { UniverseDocument } from '../document.ts';
import type { Edit } from '../edits.ts';
import { affinityIndex } from '../species.ts';
import type { Storyboard } from '../storyboard/storyboard.ts';

/**
 * The path of a part of a document that exists or has a value: `parameters/gravity`, `emitters/ID` and `emitters/ID/x`, `affinities/7`,
 * `story`, `story/title`, `story/points/ID`. The path of a part within another begins with the other's path.
 */
export type DocumentCell = string;

/** The new value of a cell; undefined if it was removed. */
export interface Write {
  cell: DocumentCell;
  before: unknown;
  after: unknown;
}

/** True when a change of one is a change of the other: they are the same, or one is within the other. */
export function overlap(one: DocumentCell, other: DocumentCell): boolean {
  return one === other || one.startsWith(`${other}/`) || other.startsWith(`${one}/`);
}

/** Returns the changes of a document by an edit; empty if it left it as it was. */
export function writesOf(before: UniverseDocument, edit: Edit, after: UniverseDocument): Write[] {
  return cellsOf(edit)
    .map((cell) => ({ cell, before: valueOf(before, cell), after: valueOf(after, cell) }))
    .filter((write) => JSON.stringify(write.before) !== JSON.stringify(write.after));
}

/** Kinds of edits that set no cell: they leave nothing in the document to go back to. */
export const passingKinds = [
  'restart',
  'note.press',
  'note.release',
  'playhead.set',
  'playhead.lift',
] as const satisfies readonly Edit['kind'][];

/** Leaves out cells that are within others: of an emitter that is added and then set, the emitter. */
const outermost = (cells: ReadonlySet<DocumentCell>): DocumentCell[] =>
  [...cells].filter((cell) => ![...cells].some((other) => cell.startsWith(`${other}/`)));

/** The cells that an edit sets. */
export function cellsOf(edit: Edit): DocumentCell[] {
  const within = (path: string, values: object) => Object.keys(values).map((name) => `${path}/${name}`);
  switch (edit.kind) {
    case 'compound':
      return outermost(new Set(edit.edits.flatMap(cellsOf)));
    case 'parameters.set':
      return within('parameters', edit.values);
    case 'emitter.add':
      return [`emitters/${edit.emitter.id}`];
    case 'emitter.remove':
      return [`emitters/${edit.id}`];
    case 'emitter.set':
      return within(`emitters/${edit.id}`, edit.values);
    case 'well.add':
      return [`wells/${edit.well.id}`];
    case 'well.remove':
      return [`wells/${edit.id}`];
    case 'well.set':
      return within(`wells/${edit.id}`, edit.values);
    case 'affinities.set':
      return edit.cells.map(({ of, towards }) => `affinities/${affinityIndex(of, towards)}`);
    case 'storyboard.load':
    case 'storyboard.unload':
      return ['story'];
    case 'storyboard.set':
      return within('story', edit.values);
    case 'point.add':
      return [`story/points/${edit.point.id}`];
    case 'point.remove':
      return [`story/points/${edit.id}`];
    case 'point.set':
      return within(`story/points/${edit.id}`, edit.values);
    case 'restart':
    case 'note.press':
    case 'note.release':
    case 'playhead.set':
    case 'playhead.lift':
      return [];
  }
}

/** Returns the values that cells of a document have to take for it to equal `target`, except for transient state. */
export function differences(document: UniverseDocument, target: UniverseDocument): Map<DocumentCell, unknown> {
  const found = new Map<DocumentCell, unknown>();
  const compare = (cell: DocumentCell) => {
    const value = valueOf(target, cell);
    if (JSON.stringify(valueOf(document, cell)) !== JSON.stringify(value)) found.set(cell, value);
  };
  for (const key of parameterKeys) compare(`parameters/${key}`);
  for (const index of target.affinities.keys()) compare(`affinities/${index}`);
  for (const list of ['emitters', 'wells'] as const) {
    // Removals make room for additions.
    for (const { id } of document[list]) if (!target[list].some((entity) => entity.id === id)) compare(`${list}/${id}`);
    for (const entity of target[list]) {
      if (!document[list].some(({ id }) => id === entity.id)) compare(`${list}/${entity.id}`);
      else for (const name of Object.keys(entity)) compare(`${list}/${entity.id}/${name}`);
    }
  }
  compare('story');
  return found;
}

/** Returns a storyboard without its transient state. */
const lasting = (storyboard: Storyboard | null) => {
  if (storyboard === null) return undefined;
  const { playhead: _playhead, released: _released, ...rest } = storyboard;
  return rest;
};

/** Returns the value of a cell, or undefined. */
export function valueOf(document: UniverseDocument, cell: DocumentCell): unknown {
  let value: unknown = { ...document, story: lasting(document.storyboard) };
  for (const name of cell.split('/')) {
    if (value === undefined) return undefined;
    const isEntityList = Array.isArray(value) && typeof value[0] === 'object';
    value = isEntityList ? (value as { id: string }[]).find(({ id }) => id === name) : (value as Record<string, unknown>)[name];
  }
  return value;
}
