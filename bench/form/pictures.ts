import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Part } from '../../shared/simulation/note.ts';
import { sixthsHz } from '../../tests/support/sound-lab/spectrum.ts';
import type { LabRendering } from '../../tests/support/sound-lab/render.ts';
import { barsPerPhrase } from '../../shared/music/index.ts';
import type { Piece } from './piece.ts';

const pixelsPerSecond = 5;
const rollHeight = 340;
const stripHeight = 22;
const bandHeight = 5;
/** Notes of the roll, as MIDI numbers. */
const [lowest, highest] = [24, 112];
/** Level of a band that is drawn black, in dB under the loudest. */
const darkestDb = -60;

const colours: Readonly<Record<Part, string>> = { lead: '#ffd166', bass: '#4ea8de', chords: '#80b918', drums: '#777', texture: '#e05780' };

/** Degrees between the hues of two materials, in the order in which they come: no two near ones are alike. */
const hueStep = 137;

function pianoRoll({ notes, bars }: Piece): string {
  const yOf = (midi: number) => stripHeight + ((highest - midi) / (highest - lowest)) * rollHeight;
  const marks = notes.map(
    ({ onset, midi, part, velocity }) =>
      `<rect x="${(onset * pixelsPerSecond).toFixed(1)}" y="${yOf(midi).toFixed(1)}" width="1.6" height="3" fill="${colours[part]}" opacity="${(0.25 + 0.75 * velocity).toFixed(2)}"/>`,
  );
  const materials = [...new Set(bars.map(({ material }) => material))];
  const phrases = bars
    .filter((_, index) => index % barsPerPhrase === 0)
    .map(({ start, material }, index, all) => {
      const end = all[index + 1]?.start ?? bars.at(-1)!.start;
      return `<rect x="${start * pixelsPerSecond}" width="${(end - start) * pixelsPerSecond}" height="${stripHeight - 8}" fill="hsl(${(materials.indexOf(material) * hueStep) % 360} 70% 50%)"/>`;
    });
  const sections = bars
    .filter(({ section }, index) => index > 0 && section !== bars[index - 1]!.section)
    .map(({ start }) => `<rect x="${start * pixelsPerSecond}" width="1" height="${stripHeight + rollHeight}" fill="#fff"/>`);
  return [...phrases, ...marks, ...sections].join('\n');
}

function spectrogram({ spectrogram: levels }: LabRendering): string {
  const loudest = Math.max(...levels.flat());
  const cells = levels.flatMap((bands, quarter) =>
    bands.map((level, band) => {
      const light = Math.max(0, 1 - (level - loudest) / darkestDb);
      const y = stripHeight + rollHeight + 10 + (sixthsHz.length - 2 - band) * bandHeight;
      const x = (quarter * pixelsPerSecond) / 4;
      return light < 0.05
        ? ''
        : `<rect x="${x}" y="${y}" width="${pixelsPerSecond / 4 + 0.1}" height="${bandHeight}" fill="hsl(${280 - 240 * light} 90% ${Math.floor(65 * light)}%)"/>`;
    }),
  );
  return cells.join('');
}

/**
 * Writes a picture of each piece to a folder: phrases by their material, notes by part, sections as white lines, and below them the spectrogram
 * of its mix.
 */
export function drawPieces(folder: string, pieces: readonly Piece[], mixes: ReadonlyMap<string, LabRendering>): void {
  mkdirSync(folder, { recursive: true });
  for (const piece of pieces) {
    const width = Math.ceil((piece.bars.at(-1)?.start ?? 0) * pixelsPerSecond);
    const height = stripHeight + rollHeight + 10 + sixthsHz.length * bandHeight;
    const mix = mixes.get(piece.name);
    const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}"><rect width="100%" height="100%"/>${pianoRoll(piece)}${mix ? spectrogram(mix) : ''}</svg>\n`;
    writeFileSync(join(folder, `${piece.name}.svg`), svg);
  }
}
