import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { createGunzip } from 'node:zlib';
import { z } from 'zod';
import { AppError } from '../../../shared/api/errors.ts';

/**
 * A backup is gzip of lines of JSON: a header, a line for each row, and an end with the numbers of rows and a checksum of all lines before
 * it. Values have PostgreSQL's text format, so that they are lossless and either database reads them.
 */
const format = 'harmonic-universe-backup';
/** Raised when older programs could no longer read a file. */
const version = 1;

const headerSchema = z.strictObject({
  format: z.literal(format),
  version: z.int(),
  createdAt: z.iso.datetime(),
  /** The newest migration of the database. */
  migration: z.strictObject({ tag: z.string(), when: z.int() }),
  tables: z.array(z.strictObject({ name: z.string(), columns: z.array(z.string()) })),
  /** The secret by which accounts are found, if its inclusion was requested. */
  sessionSecret: z.string().nullable(),
});
export type BackupHeader = z.infer<typeof headerSchema>;

/** A row: the index of its table in the header, and a value for each column. */
const rowSchema = z.tuple([z.int().min(0)], z.string().nullable());
export type BackupRow = z.infer<typeof rowSchema>;

const endSchema = z.strictObject({ end: z.literal(true), rows: z.array(z.int()), sha256: z.string() });

export type HeaderContent = Omit<BackupHeader, 'format' | 'version'>;
export const headerOf = (content: HeaderContent): BackupHeader => ({ format, version, ...content });

/** Computes the checksum of lines as they are written or read. */
export function createSum() {
  const hash = createHash('sha256');
  return { add: (line: string) => void hash.update(line).update('\n'), value: () => hash.digest('hex') };
}

const damaged = (path: string, what: string, cause?: unknown) =>
  new AppError('invalid-input', `${path} is damaged: ${what}. Nothing was changed; take another backup.`, { cause });

async function* linesOf(path: string): AsyncGenerator<string> {
  const unpacking = createGunzip();
  const reading = createReadStream(path).on('error', (error) => unpacking.destroy(error));
  const decoder = new TextDecoder();
  let rest = '';
  try {
    for await (const chunk of reading.pipe(unpacking)) {
      const lines = (rest + decoder.decode(chunk as Uint8Array, { stream: true })).split('\n');
      rest = lines.pop()!;
      yield* lines;
    }
  } catch (error) {
    const { code = '', message } = error as NodeJS.ErrnoException;
    if (code === 'ENOENT') throw new AppError('not-found', `There is no file ${path}.`, { cause: error });
    if (/incorrect header check/.test(message)) throw new AppError('invalid-input', `${path} is no backup of Harmonic Universe.`);
    throw code.startsWith('Z_') ? damaged(path, 'it was cut short or changed', error) : error;
  } finally {
    reading.destroy();
  }
  if (rest !== '') throw damaged(path, 'it was cut short');
}

function jsonOf(path: string, line: string): unknown {
  try {
    return JSON.parse(line);
  } catch (cause) {
    throw damaged(path, 'a line of it can not be read', cause);
  }
}

function headerFrom(path: string, line: string): BackupHeader {
  const value = jsonOf(path, line) as { format?: unknown; version?: unknown } | null;
  if (value?.format !== format) throw new AppError('invalid-input', `${path} is no backup of Harmonic Universe.`);
  if (typeof value.version === 'number' && value.version > version) {
    throw new AppError('conflict', `${path} was written by a newer version of Harmonic Universe. Restore it with that version.`);
  }
  const header = headerSchema.safeParse(value);
  if (!header.success) throw damaged(path, 'its beginning does not fit', header.error);
  return header.data;
}

/**
 * Reads a backup to its end and verifies that nothing is missing or changed.
 * @throws AppError `invalid-input` for a file that is not a complete backup, `conflict` for a backup of a newer version.
 */
export async function checkBackup(path: string): Promise<{ header: BackupHeader; rows: number }> {
  const sum = createSum();
  let header: BackupHeader | null = null;
  let counts: number[] = [];
  let hasEnded = false;
  for await (const line of linesOf(path)) {
    if (hasEnded) throw damaged(path, 'something stands behind its end');
    if (header === null) {
      header = headerFrom(path, line);
      counts = header.tables.map(() => 0);
    } else if (line.startsWith('[')) {
      const row = rowSchema.safeParse(jsonOf(path, line));
      const table = row.success ? header.tables[row.data[0]] : undefined;
      if (!row.success || table?.columns.length !== row.data.length - 1) throw damaged(path, 'a row of it does not fit');
      counts[row.data[0]]! += 1;
    } else {
      const end = endSchema.safeParse(jsonOf(path, line));
      if (!end.success) throw damaged(path, 'a line of it does not fit');
      if (end.data.sha256 !== sum.value()) throw damaged(path, 'its checksum is another');
      if (end.data.rows.join() !== counts.join()) throw damaged(path, 'rows are missing');
      hasEnded = true;
      continue;
    }
    sum.add(line);
  }
  if (header === null || !hasEnded) throw damaged(path, 'it was cut short');
  return { header, rows: counts.reduce((total, count) => total + count, 0) };
}

/** Yields the rows of a verified backup, in their order. */
export async function* rowsOf(path: string): AsyncGenerator<BackupRow> {
  for await (const line of linesOf(path)) {
    if (line.startsWith('[')) yield JSON.parse(line) as BackupRow;
  }
}
