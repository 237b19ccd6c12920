import type { Database } from '../../db/database.ts';
import { sealedAddresses, sealedNotes, type SealedRow, type SealedTable } from '../../db/repositories/secrets/sealed-rows.ts';
import { sealPlaceOf } from './seal-place.ts';
import type { SealedText } from './sealed-text.ts';

export interface Resealed {
  addresses: number;
  notes: number;
  /** Ids of other keys → texts that they still seal: those that can't be opened, and those that a server has just written with an old key. */
  left: ReadonlyMap<string, number>;
}

interface ResealOptions {
  sealedText: SealedText;
  /** Id of the key with which `sealedText` seals. */
  keyId: string;
  batchSize?: number;
  /** Called after each batch with the number of texts that were sealed again so far. */
  progress?(done: number): void;
}

const usualBatchSize = 200;

/**
 * Seals with the newest key what other keys have sealed. Servers may run meanwhile: each row is replaced by itself, and only if it has the
 * text that was read. What was done stays done if this is interrupted, and is not read again next time.
 */
export async function reseal(db: Database, options: ResealOptions): Promise<Resealed> {
  const addresses = await resealTable(db, sealedAddresses, options);
  const notes = await resealTable(db, sealedNotes, { ...options, progress: (done) => options.progress?.(addresses + done) });
  const left = new Map<string, number>();
  for (const table of [sealedAddresses, sealedNotes]) {
    for (const { keyId, count } of await table.countByKey(db)) {
      if (keyId !== options.keyId) left.set(keyId, (left.get(keyId) ?? 0) + count);
    }
  }
  return { addresses, notes, left };
}

async function resealTable(
  db: Database,
  table: SealedTable,
  { sealedText, keyId, batchSize = usualBatchSize, progress }: ResealOptions,
): Promise<number> {
  let [after, done]: [SealedRow | null, number] = [null, 0];
  for (;;) {
    const rows: SealedRow[] = await table.notSealedBy(db, keyId, after, batchSize);
    for (const row of rows) {
      const text = sealedAgain(sealedText, row);
      if (text !== null && (await table.replace(db, row, text))) done += 1;
    }
    if (rows.length > 0) progress?.(done);
    if (rows.length < batchSize) return done;
    after = rows.at(-1)!;
  }
}

/** Returns a text as the newest key seals it; null if no key opens it, which must not keep the others from being sealed. */
function sealedAgain(sealedText: SealedText, row: SealedRow): string | null {
  const place = sealPlaceOf(row);
  let plain: string;
  try {
    plain = sealedText.open(row.text, place);
  } catch {
    return null;
  }
  return sealedText.seal(plain, place);
}
