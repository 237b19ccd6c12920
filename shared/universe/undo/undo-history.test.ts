import fc from 'fast-check';
import { expect, it } from 'vitest';
import { documentArbitrary, editArbitrary } from '../../../tests/support/arbitraries.ts';
import { applyEdit, canonicalDocument, defaultDocument, type Edit, refuseEdit, type UniverseDocument } from '../index.ts';
import { createUndoHistory, type Direction, type Origin, type Reversal } from './index.ts';
import { overlap, valueOf, writesOf } from './writes.ts';

const histories = 100_000;

/** A run of a universe that one user and others edit, as that user sees it. */
function createRun(first: UniverseDocument) {
  const history = createUndoHistory();
  /** The changes of each edit, and the values before. */
  const log: { isOwn: boolean; cell: string; before: unknown }[][] = [];
  let document = first;
  let nowMs = 0;
  const take = (edit: Edit, origin: Origin) => {
    if (refuseEdit(document, edit)) return;
    const before = document;
    document = applyEdit(document, edit, log.length);
    history.observe({ sequence: log.length + 1, edit, before, after: document }, origin, nowMs);
    log.push(writesOf(before, edit, document).map((write) => ({ isOwn: origin !== 'other', cell: write.cell, before: write.before })));
  };
  return {
    history,
    log,
    get document() {
      return document;
    },
    take,
    wait: (ms: number) => void (nowMs += ms),
    reverse(direction: Direction): Reversal | null {
      const reversal = history.reverse(direction, document, log.length);
      for (const edit of reversal?.edits ?? []) take(edit, reversal!);
      return reversal;
    },
  };
}
type Run = ReturnType<typeof createRun>;

const gravity = (value: number): Edit => ({ kind: 'parameters.set', values: { gravity: value } });

/** Returns the document with its lists in a fixed order. */
function sorted(document: UniverseDocument) {
  const byId = <T extends { id: string }>(list: readonly T[]) => list.toSorted((a, b) => (a.id < b.id ? -1 : 1));
  const { emitters, wells, ...rest } = canonicalDocument(document);
  const { playhead: _playhead, released: _released, ...story } = rest.storyboard ?? { playhead: null, released: [], points: [] };
  return { ...rest, storyboard: { ...story, points: byId(story.points) }, emitters: byId(emitters), wells: byId(wells) };
}

it('undoes a gesture as a whole, and redoes it', () => {
  const run = createRun(defaultDocument());
  for (const value of [1, 2, 3]) {
    run.take(gravity(value), 'own');
    run.wait(30);
  }
  run.wait(2000);
  run.take(gravity(9), 'own');
  run.reverse('undo');
  expect(run.document.parameters.gravity).toBe(3);
  run.reverse('undo');
  expect(run.document.parameters.gravity).toBe(defaultDocument().parameters.gravity);
  expect([run.history.canUndo, run.history.canRedo]).toEqual([false, true]);
  run.reverse('redo');
  run.reverse('redo');
  expect(run.document.parameters.gravity).toBe(9);
  expect(run.reverse('redo')).toBeNull();
});

it('keeps what another user has changed since, reports it, and undoes the rest', () => {
  const run = createRun(defaultDocument());
  run.take({ kind: 'parameters.set', values: { gravity: 1, tempo: 90 } }, 'own');
  run.take(gravity(5), 'other');
  expect(run.reverse('undo')!.kept).toEqual(['parameters/gravity']);
  expect([run.document.parameters.gravity, run.document.parameters.tempo]).toEqual([5, defaultDocument().parameters.tempo]);
});

it('restores the value of another user that the user has overwritten', () => {
  const run = createRun(defaultDocument());
  run.take(gravity(1), 'own');
  run.wait(100);
  run.take(gravity(5), 'other');
  run.take(gravity(2), 'own');
  run.reverse('undo');
  expect(run.document.parameters.gravity).toBe(5);
  const { edits, kept } = run.reverse('undo')!;
  expect([edits, kept, run.document.parameters.gravity]).toEqual([[], ['parameters/gravity'], 5]);
});

it('does not remove an emitter that another user has moved, nor move one that another user has added again', () => {
  const run = createRun(defaultDocument());
  const emitter = { ...defaultDocument().emitters[0]!, id: 'mine' };
  run.take({ kind: 'emitter.add', emitter }, 'own');
  run.take({ kind: 'emitter.set', id: 'mine', values: { x: 4 } }, 'other');
  expect(run.reverse('undo')!.kept).toEqual(['emitters/mine']);
  run.take({ kind: 'emitter.set', id: 'mine', values: { y: 7 } }, 'own');
  run.take({ kind: 'emitter.remove', id: 'mine' }, 'other');
  run.take({ kind: 'emitter.add', emitter }, 'other');
  expect(run.reverse('undo')!.kept).toEqual(['emitters/mine/y']);
  expect(valueOf(run.document, 'emitters/mine/y')).toBe(emitter.y);
});

it('restores a removed emitter with all its values', () => {
  const first = defaultDocument();
  const run = createRun(first);
  run.take({ kind: 'emitter.set', id: 'emitter-1', values: { rate: 77 } }, 'own');
  run.take({ kind: 'emitter.remove', id: 'emitter-1' }, 'own');
  run.reverse('undo');
  expect(run.document.emitters[0]!.rate).toBe(77);
  run.reverse('undo');
  expect(run.document).toEqual(first);
});

type Act = { who: 'own' | 'other'; edit: Edit } | { reverse: Direction } | { wait: number };

/** Few documents and edits, many histories: their order matters more than their content. */
const documents = fc.sample(documentArbitrary, { numRuns: 60, seed: 7 });
const anyEdit = fc.constantFrom(...fc.sample(editArbitrary, { numRuns: 2000, seed: 7 }));
const own = anyEdit.map((edit): Act => ({ who: 'own', edit }));
const reversal = fc.constantFrom<Direction>('undo', 'redo').map((reverse): Act => ({ reverse }));
const wait = fc.constantFrom(100, 1000).map((ms): Act => ({ wait: ms }));
const acts = fc.array(
  fc.oneof({ weight: 3, arbitrary: own }, { weight: 2, arbitrary: anyEdit.map((edit): Act => ({ who: 'other', edit })) }, reversal, wait),
  { minLength: 2, maxLength: 14 },
);

function act(run: Run, one: Act): void {
  if ('wait' in one) run.wait(one.wait);
  else if ('who' in one) run.take(one.edit, one.who);
  else checkedReverse(run, one.reverse);
}

/** Checks that no cell is given a value from before another user's last change of it. */
function checkedReverse(run: Run, direction: Direction): void {
  const earlier = run.log.flat();
  const known = run.log.length;
  run.reverse(direction);
  for (const { cell } of run.log.slice(known).flat()) {
    const writes = earlier.filter((one) => overlap(one.cell, cell));
    const lastOther = writes.findLastIndex(({ isOwn }) => !isOwn);
    const before = writes.slice(lastOther + 1).flatMap((one) => (one.cell === cell ? [JSON.stringify(one.before)] : []));
    const value = JSON.stringify(valueOf(run.document, cell));
    // Millions of cells hold: a matcher for each of them takes longer than all else.
    if (!before.includes(value)) expect(before, cell).toContain(value);
  }
}

it(`never overwrites a later change of another user, in ${histories} histories`, () => {
  let reversed = 0;
  fc.assert(
    fc.property(fc.constantFrom(...documents), acts, (document, list) => {
      const run = createRun(document);
      for (const one of list) act(run, one);
      const before = run.log.length;
      while (run.history.canUndo) checkedReverse(run, 'undo');
      reversed += run.log.length - before;
    }),
    { numRuns: histories },
  );
  // The test would prove nothing if nothing had been undone.
  expect(reversed).toBeGreaterThan(histories);
});

it('undoes all edits of the user to the start, and redoes all of them', () => {
  fc.assert(
    fc.property(fc.constantFrom(...documents), fc.array(anyEdit, { minLength: 1, maxLength: 12 }), (document, edits) => {
      const run = createRun(document);
      for (const edit of edits) {
        run.take(edit, 'own');
        run.wait(300);
      }
      const end = sorted(run.document);
      while (run.history.canUndo) run.reverse('undo');
      expect(sorted(run.document)).toEqual(sorted(document));
      while (run.history.canRedo) run.reverse('redo');
      expect(sorted(run.document)).toEqual(end);
    }),
    { numRuns: 2000 },
  );
});
