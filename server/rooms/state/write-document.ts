import type { MapSchema } from '@colyseus/schema';
import { parameterGroups, registry } from '../../../shared/parameters/index.ts';
import { EmitterState, type UniverseState, WellState } from '../../../shared/room/state.ts';
import type { UniverseDocument } from '../../../shared/universe/index.ts';

type Values = Readonly<Record<string, unknown>>;
type Listed = Values & { readonly id: string };

/** Writes one field of the document into the state. `before` is the value that the state has, undefined for none. */
type Branch<T> = (state: UniverseState, after: T, before: T | undefined) => void;

const groupOf = new Map(parameterGroups.flatMap((group) => Object.keys(registry[group]).map((name) => [name, group] as const)));

const nothing: Values = {};

/** The writer of each field of the document. The state has a field for each entry of the registries, and so has the document. */
const branches: { readonly [K in keyof UniverseDocument]: Branch<UniverseDocument[K]> } = {
  version: (state, version) => void (state.version = version),
  seed: (state, seed) => void (state.seed = seed),
  parameters: (state, after, before) => writeValues((name) => state[groupOf.get(name)!], after, before),
  emitters: (state, after, before) => writeList(state.emitters, () => new EmitterState(), after, before),
  wells: (state, after, before) => writeList(state.wells, () => new WellState(), after, before),
  affinities({ affinities }, after, before = []) {
    for (const [index, value] of after.entries()) if (before[index] !== value) affinities[index] = plain(value);
  },
  // The text is serialized again only for another storyboard.
  storyboard: (state, storyboard) => void (state.storyboard = storyboard ? JSON.stringify(storyboard) : ''),
};

const fields = Object.keys(branches) as (keyof UniverseDocument)[];

/** The document that each state contains. */
const written = new WeakMap<UniverseState, UniverseDocument>();

/**
 * Updates the state to `document`, with a negative zero as zero. Documents share unchanged parts: a branch that is the same object as
 * before is skipped, and no kind of edit is known here.
 */
export function writeDocumentToState(state: UniverseState, document: UniverseDocument): void {
  const before = written.get(state);
  if (document === before) return;
  for (const field of fields) writeBranch(state, field, document, before);
  written.set(state, document);
}

function writeBranch<K extends keyof UniverseDocument>(
  state: UniverseState,
  field: K,
  after: UniverseDocument,
  before: UniverseDocument | undefined,
): void {
  const branch: Branch<UniverseDocument[K]> = branches[field];
  if (!before || before[field] !== after[field]) branch(state, after[field], before?.[field]);
}

/** Writes changed values to their targets. */
function writeValues(targetOf: (name: string) => object, after: Values, before: Values = nothing): void {
  for (const name of changedNames(after, before)) Object.assign(targetOf(name), { [name]: plain(after[name]) });
}

/** Returns the names of changed values. Compares some 130 values for each change of a parameter: `for…in` saves a lookup of each name. */
function changedNames(after: Values, before: Values): string[] {
  const names: string[] = [];
  // oxlint-disable-next-line guard-for-in -- documents are plain objects
  for (const name in after) if (after[name] !== before[name]) names.push(name);
  return names;
}

/** Returns a negative zero as zero, as `canonicalDocument` does, so that a zero that changes its sign is not sent. */
const plain = <T>(value: T | 0): T | 0 => (value === 0 ? 0 : value);

/** Writes changed entries, in the order of the list. */
function writeList<T extends object>(
  target: MapSchema<T>,
  create: () => T,
  after: readonly Listed[],
  before: readonly Listed[] = [],
): void {
  const ids = new Set(after.map(({ id }) => id));
  const kept = before.filter(({ id }) => ids.has(id));
  const inOrder = kept.every(({ id }, index) => id === after[index]?.id);
  if (inOrder) for (const { id } of before) if (!ids.has(id)) target.delete(id);
  // A map keeps its entries in insertion order.
  if (!inOrder) target.clear();
  for (const [index, entry] of after.entries()) {
    const earlier = inOrder ? kept[index] : undefined;
    if (earlier === entry) continue;
    const shown = (earlier && target.get(entry.id)) ?? create();
    writeValues(() => shown, entry, earlier);
    if (!earlier) target.set(entry.id, shown);
  }
}
