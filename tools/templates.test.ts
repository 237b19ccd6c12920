import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { expect, it } from 'vitest';
import { scaleOf, tonicOf } from '../shared/music/index.ts';
import type { Note } from '../shared/simulation/note.ts';
import { readTemplates } from '../tests/support/templates.ts';

const root = join(import.meta.dirname, '..');
/** A third of a minute of a universe. */
const ticks = 1200;

async function runUniverse(id: string): Promise<string[]> {
  const { stdout } = await promisify(execFile)(process.execPath, ['tools/universe.ts', id, '--ticks', String(ticks), '--hash', '--notes'], {
    cwd: root,
    maxBuffer: 64 << 20,
  });
  return stdout.trim().split('\n');
}

// Stored universes are replayed from their edits, so a change of the simulation changes them too. `vitest run tools/templates -u` stores
// what templates play from now on.
it.each(readTemplates())(
  'template $id plays what it has always played: 30 to 2000 notes a minute, all in its scale',
  async ({ id, document: { parameters } }) => {
    const lines = await runUniverse(id);
    const { tick, hash } = JSON.parse(lines.at(-1)!) as { tick: number; hash: string };
    expect(tick).toBe(ticks);
    const written = lines.slice(0, -1);
    const notes = written.map((line) => JSON.parse(line) as Note);
    const notesHash = createHash('sha256').update(written.join('\n')).digest('hex').slice(0, 16);
    expect({ hash, notes: notes.length, notesHash }).toMatchSnapshot();
    expect(notes.length).toBeGreaterThan(10);
    expect(notes.length).toBeLessThan(667);
    const allowed = new Set(scaleOf(parameters).map((semitones) => (semitones + tonicOf(parameters.key)) % 12));
    expect(notes.filter((note) => !allowed.has(note.midi % 12))).toEqual([]);
  },
);
