import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import midi from '@tonejs/midi';
import { afterAll, expect, it } from 'vitest';
import { midiOnset } from '../shared/recording/midi-file.ts';
import { midiKeyOf } from '../shared/simulation/midi-voice.ts';
import type { Note } from '../shared/simulation/note.ts';
import { defaultDocument } from '../shared/universe/index.ts';

const tool = path.join(import.meta.dirname, 'universe.ts');
const folder = mkdtempSync(path.join(tmpdir(), 'universe-'));
afterAll(() => rmSync(folder, { recursive: true }));

function file(name: string, content: unknown): string {
  const where = path.join(folder, name);
  writeFileSync(where, typeof content === 'string' ? content : JSON.stringify(content));
  return where;
}

const smallDocument = (() => {
  const document = defaultDocument();
  document.parameters.particleCount = 1000;
  return document;
})();

const linesOf = (...args: string[]) =>
  execFileSync(process.execPath, [tool, ...args], { encoding: 'utf8' })
    .trim()
    .split('\n');
const refusalOf = (...args: string[]) => {
  const { status, stderr, stdout } = spawnSync(process.execPath, [tool, ...args], { encoding: 'utf8' });
  expect(status).toBe(2);
  expect(stdout).toBe('');
  return stderr;
};

it('prints notes line by line and the hash last, the same in every run', () => {
  const universe = file('universe.json', smallDocument);
  const lines = linesOf(universe, '--ticks', '400', '--notes', '--hash');
  expect(linesOf(universe, '--ticks', '400', '--notes', '--hash')).toEqual(lines);
  const hash = JSON.parse(lines.at(-1)!) as { tick: number; hash: string };
  expect(hash.tick).toBe(400);
  expect(hash.hash).toMatch(/^[0-9a-f]{16}$/);
  const notes = lines.slice(0, -1).map((line) => JSON.parse(line) as Record<string, unknown>);
  expect(notes.length).toBeGreaterThan(3);
  for (const note of notes) {
    expect(Object.keys(note)).toEqual(
      expect.arrayContaining(['tick', 'part', 'midi', 'frequencyHz', 'velocity', 'durationTicks', 'pan', 'rule', 'cause', 'drum']),
    );
  }
});

it('applies a log of edits, as an array or line by line', () => {
  const universe = file('universe.json', smallDocument);
  const edits = [
    { sequence: 1, tick: 10, edit: { kind: 'parameters.set', values: { gravity: 2 } } },
    { sequence: 2, tick: 20, edit: { kind: 'well.remove', id: 'well-1' } },
  ];
  const asArray = linesOf(universe, '--ticks', '60', '--hash', '--edits', file('array.json', edits));
  const byLine = linesOf(
    universe,
    '--ticks',
    '60',
    '--hash',
    '--edits',
    file('lines.ndjson', edits.map((edit) => JSON.stringify(edit)).join('\n')),
  );
  expect(byLine).toEqual(asArray);
  expect(asArray).not.toEqual(linesOf(universe, '--ticks', '60', '--hash'));
});

it('writes the printed notes as a MIDI file, the same in every run', () => {
  const universe = file('universe.json', smallDocument);
  const written = (name: string) => {
    const lines = linesOf(universe, '--ticks', '400', '--notes', '--midi', path.join(folder, name));
    return { notes: lines.map((line) => JSON.parse(line) as Note), bytes: readFileSync(path.join(folder, name)) };
  };
  const { notes, bytes } = written('once.mid');
  expect(written('twice.mid').bytes.equals(bytes)).toBe(true);
  const read = new midi.Midi(bytes).tracks.flatMap((track) => track.notes.map((note) => [track.name, note.ticks, note.midi].join()));
  expect(read.sort()).toEqual(notes.map((note) => [note.part, midiOnset(note, 0), midiKeyOf(note)].join()).sort());
});

it('reports errors of its arguments and files', () => {
  const universe = file('universe.json', smallDocument);
  expect(refusalOf()).toMatch(/usage/);
  expect(refusalOf('no-such-template', '--ticks', '1')).toMatch(/no template or file "no-such-template"/);
  expect(refusalOf('./missing.json', '--ticks', '1')).toMatch(/missing\.json/);
  expect(refusalOf(universe)).toMatch(/--ticks is missing/);
  expect(refusalOf(universe, '--ticks', 'many')).toMatch(/--ticks must be a whole number/);
  expect(refusalOf(universe, '--ticks', '1', '--loud')).toMatch(/--loud/);
  expect(refusalOf(file('broken.json', '{'), '--ticks', '1')).toMatch(/broken\.json is not JSON/);
  expect(refusalOf(universe, '--ticks', '1', '--midi', path.join(folder, 'nowhere', 'out.mid'))).toMatch(/can't write .*out\.mid/);
  const heavy = { ...smallDocument, parameters: { ...smallDocument.parameters, gravity: 99 } };
  expect(refusalOf(file('heavy.json', heavy), '--ticks', '1')).toMatch(/heavy\.json does not fit:\n {2}parameters\.gravity/);
  const edits = [{ sequence: 1, tick: 1, edit: { kind: 'parameters.set', values: { gravity: 'much' } } }];
  expect(refusalOf(universe, '--ticks', '1', '--edits', file('edits.json', edits))).toMatch(/0\.edit\.values\.gravity/);
});
