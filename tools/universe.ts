/** `npm run universe -- TEMPLATE_OR_FILE --ticks N [--edits FILE] [--hash] [--notes] [--midi OUT.mid]`: runs a universe without a browser. */
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { z } from 'zod';
import { fieldIssues } from '../shared/api/field-issues.ts';
import { midiFile } from '../shared/recording/midi-file.ts';
import { replayRun } from '../shared/recording/replay.ts';
import type { Note } from '../shared/simulation/note.ts';
import { writeNotes } from '../shared/simulation/write-notes.ts';
import {
  documentOf,
  editSchema,
  type LoggedEdit,
  readDocument,
  templateFileSchema,
  type UniverseDocument,
} from '../shared/universe/index.ts';

const templatesFolder = path.join(import.meta.dirname, '..', 'assets', 'templates');
const usage = 'usage: npm run universe -- TEMPLATE_OR_FILE --ticks N [--edits FILE] [--hash] [--notes] [--midi OUT.mid]';
const maxTicks = 10_000_000;

/** An error that the user of the command can correct; any other error is a bug and keeps its stack. */
class InputError extends Error {}

function readJson(file: string, text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new InputError(`${file} is not JSON: ${(error as Error).message}`, { cause: error });
  }
}

function readText(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    throw new InputError(`can't read ${file}: ${(error as Error).message}`, { cause: error });
  }
}

function writeBytes(file: string, bytes: Uint8Array): void {
  try {
    writeFileSync(file, bytes);
  } catch (error) {
    throw new InputError(`can't write ${file}: ${(error as Error).message}`, { cause: error });
  }
}

/** Parses, and names the file and the field where it does not fit. */
function parsed<T>(file: string, stored: unknown, parse: () => T): T {
  try {
    return parse();
  } catch (error) {
    if (!(error instanceof z.ZodError)) throw error;
    const issues = fieldIssues(error, stored).map(({ path: at, rule }) => `  ${at || '(whole)'}: ${rule}`);
    throw new InputError(`${file} does not fit:\n${issues.join('\n')}`, { cause: error });
  }
}

function openUniverse(name: string): UniverseDocument {
  const template = path.join(templatesFolder, `${name}.json`);
  const isTemplateName = /^[a-z0-9-]+$/.test(name);
  const file = isTemplateName && existsSync(template) ? template : name;
  if (isTemplateName && !existsSync(file)) {
    const names = readdirSync(templatesFolder).filter((entry) => entry.endsWith('.json'));
    throw new InputError(`no template or file "${name}"; templates: ${names.map((entry) => entry.slice(0, -5)).join(', ')}`);
  }
  const stored = readJson(file, readText(file));
  const isTemplate = typeof stored === 'object' && stored !== null && 'sentence' in stored;
  return parsed(file, stored, () => (isTemplate ? documentOf(templateFileSchema.parse(stored)) : readDocument(stored)));
}

const loggedEditSchema = z.strictObject({ sequence: z.int().min(0), tick: z.int().min(0), edit: editSchema });

/** Reads a log of edits, an array or one edit per line, sorted by tick and sequence. */
function openEdits(file: string): LoggedEdit[] {
  const text = readText(file);
  const lines = text.split('\n').filter((line) => line.trim() !== '');
  const stored = text.trimStart().startsWith('[') ? readJson(file, text) : lines.map((line) => readJson(file, line));
  const edits = parsed(file, stored, () => z.array(loggedEditSchema).parse(stored)) as LoggedEdit[];
  return edits.sort((a, b) => a.tick - b.tick || a.sequence - b.sequence);
}

function readArguments() {
  try {
    const { values, positionals } = parseArgs({
      allowPositionals: true,
      options: {
        ticks: { type: 'string' },
        edits: { type: 'string' },
        hash: { type: 'boolean', default: false },
        notes: { type: 'boolean', default: false },
        midi: { type: 'string' },
      },
    });
    return { ...values, positionals };
  } catch (error) {
    throw new InputError(`${(error as Error).message}\n${usage}`, { cause: error });
  }
}

function runUniverse(): void {
  const { positionals, ticks: ticksText, edits: editsFile, hash, notes, midi: midiPath } = readArguments();
  if (positionals.length !== 1) throw new InputError(`name one template or file\n${usage}`);
  if (ticksText === undefined) throw new InputError(`--ticks is missing\n${usage}`);
  const ticks = Number(ticksText);
  if (!/^\d+$/.test(ticksText) || ticks > maxTicks)
    throw new InputError(`--ticks must be a whole number from 0 to ${maxTicks}, not "${ticksText}"`);

  const document = openUniverse(positionals[0]);
  const edits = editsFile === undefined ? [] : openEdits(editsFile);
  const { simulation, advance } = replayRun({ document, snapshot: null, edits });
  const heard: Note[] = [];
  while (simulation.tick < ticks) {
    advance();
    if (notes || midiPath !== undefined) writeNotes(simulation, heard);
  }
  if (notes) for (const note of heard) console.log(JSON.stringify(note));
  if (midiPath !== undefined) writeBytes(midiPath, midiFile(path.basename(positionals[0], '.json'), heard, 0));
  if (hash) console.log(JSON.stringify({ tick: simulation.tick, hash: simulation.hash() }));
}

try {
  runUniverse();
} catch (error) {
  if (!(error instanceof InputError)) throw error;
  console.error(error.message);
  process.exitCode = 2;
}
