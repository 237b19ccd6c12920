import { execFile } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { describe, expect, it } from 'vitest';
import { scaleOf, tonicOf } from '../shared/music/index.ts';
import type { Note } from '../shared/simulation/note.ts';
import { documentOf, templateFileSchema } from '../shared/universe/index.ts';

const root = join(import.meta.dirname, '..');
const folder = join(root, 'assets', 'templates');
const ids = readdirSync(folder).map((file) => file.replace(/\.json$/, ''));
/** A minute of a universe. */
const ticks = 3600;

async function runUniverse(id: string): Promise<string[]> {
  const { stdout } = await promisify(execFile)(process.execPath, ['tools/universe.ts', id, '--ticks', String(ticks), '--hash', '--notes'], {
    cwd: root,
    maxBuffer: 64 << 20,
  });
  return stdout.trim().split('\n');
}

describe.each(ids)('template %s', (id) => {
  it('plays the same minute twice: 30 to 2000 notes, all in its scale', async () => {
    const { parameters } = documentOf(templateFileSchema.parse(JSON.parse(readFileSync(join(folder, `${id}.json`), 'utf8'))));
    const [first, second] = await Promise.all([runUniverse(id), runUniverse(id)]);
    expect(second).toEqual(first);
    expect(JSON.parse(first.at(-1)!)).toMatchObject({ tick: ticks, hash: expect.stringMatching(/^[0-9a-f]{16}$/) });
    const notes = first.slice(0, -1).map((line) => JSON.parse(line) as Note);
    expect(notes.length).toBeGreaterThan(30);
    expect(notes.length).toBeLessThan(2000);
    const allowed = new Set(scaleOf(parameters).map((semitones) => (semitones + tonicOf(parameters.key)) % 12));
    expect(notes.filter((note) => !allowed.has(note.midi % 12))).toEqual([]);
  });
});
