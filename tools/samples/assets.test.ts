import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { recordedTimbres } from '../../client/audio/samples/recorded-timbres.ts';
import type { SampleMap } from '../../client/audio/samples/sample-map.ts';
import { drums } from '../../shared/simulation/note.ts';

const assets = join(import.meta.dirname, '..', '..', 'assets', 'samples');
// The notes of the piano come from a package.
const names = [...Object.keys(recordedTimbres).filter((name) => name !== 'piano'), 'drums'];
const mapOf = (name: string) => JSON.parse(readFileSync(join(assets, name, 'map.json'), 'utf8')) as SampleMap;

it('has the files of every recorded instrument and no others, with loops that begin before they end', () => {
  for (const name of names) {
    const { zones } = mapOf(name);
    const sounds = readdirSync(join(assets, name)).filter((file) => /[.](ogg|flac)$/.test(file));
    expect(sounds.toSorted(), name).toEqual(zones.map(({ file }) => file).toSorted());
    for (const { loop } of zones) if (loop) expect(loop[0], name).toBeLessThan(loop[1]);
  }
  expect(readdirSync(assets, { withFileTypes: true }).flatMap((entry) => (entry.isDirectory() ? [entry.name] : []))).toEqual(
    names.toSorted(),
  );
});

it('has a hit of every drum for the hardest velocity', () => {
  const { zones } = mapOf('drums');
  for (const drum of drums) expect(Math.max(...zones.map(({ layer }) => (layer?.drum === drum ? layer.hardest : 0))), drum).toBe(1);
});

it('is small, and has the notices of the authors', () => {
  const files = readdirSync(assets, { recursive: true, encoding: 'utf8' }).map((file) => statSync(join(assets, file)));
  expect(files.reduce((sum, file) => sum + (file.isFile() ? file.size : 0), 0)).toBeLessThan(2_000_000);
  for (const notice of ['MuseScore_General_Lite.copyright', 'drums/LICENSE']) expect(existsSync(join(assets, notice)), notice).toBe(true);
});
