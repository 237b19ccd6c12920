import { AppError } from '../../../shared/api/errors.ts';
import { type Config, sessionKeyId } from '../../config.ts';
import type { Database } from '../../db/database.ts';
import {
  dropSealedBy,
  hasUsers,
  type SealedSample,
  selectAddressesOf,
  selectMark,
  selectSealedSamples,
  writeEmailHash,
  writeMark,
} from '../../db/repositories/secrets/secret-marks.ts';
import type { SealedRow } from '../../db/repositories/secrets/sealed-rows.ts';
import { createEmailHash, sessionCheckValue, sessionDataKey } from './derived-keys.ts';
import { sealPlaceOf } from './seal-place.ts';
import { createSealedText, type SealedText } from './sealed-text.ts';

type Secrets = Pick<Config, 'sessionSecret' | 'dataKeys' | 'acceptedSecret'>;

const fingerprintDigits = 12;

/**
 * Checks that the secrets of the environment are those that the rows of the database were written with, and stores a mark of them. Another
 * session secret is accepted if there are no users yet, or if `ACCEPT_SECRET` names it: accounts whose addresses one of `DATA_KEYS` still
 * opens are then found by the new secret, all others only through an identity provider.
 * @throws AppError `conflict` that says what to restore, and how to continue without it.
 */
export async function checkSecrets(db: Database, secrets: Secrets): Promise<void> {
  const { sessionSecret, dataKeys, acceptedSecret } = secrets;
  const mark = sessionCheckValue(sessionSecret);
  const sealedText = createSealedText([...dataKeys, sessionDataKey(sessionSecret)]);
  const emailHash = createEmailHash(sessionSecret);
  const samples = await selectSealedSamples(db);

  const known = new Set([sessionKeyId, ...dataKeys.map(({ id }) => id)]);
  const lost = [...new Set(samples.map(({ keyId }) => keyId))].filter((id) => !known.has(id));
  if (lost.length > 0) throw lostKeys(lost);
  const changed = dataKeys.find(({ id }) => samples.some((sample) => sample.keyId === id && read(sealedText, sample) === null));
  if (changed) throw changedKey(changed.id);

  const before = await selectMark(db, sessionKeyId);
  if (before === mark) return;
  // A database of an older version has no mark: the sealed text of an account serves the same purpose.
  const isOther = before !== null ? await hasUsers(db) : samples.some((sample) => !isOf(sample, sealedText, emailHash));
  const fingerprint = mark.slice(0, fingerprintDigits);
  if (isOther && acceptedSecret !== fingerprint) throw otherSecret(fingerprint);
  await db.transaction(async (tx) => {
    if (isOther) await rewrite(tx, { dataKeys, sealedText, emailHash });
    await writeMark(tx, sessionKeyId, mark);
  });
}

/** Returns the plain text, or null if it can't be opened. */
function read(sealedText: SealedText, row: SealedRow): string | null {
  try {
    return sealedText.open(row.text, sealPlaceOf(row));
  } catch {
    return null;
  }
}

/** True if the row was written with this session secret. */
function isOf(sample: SealedSample, sealedText: SealedText, emailHash: (email: string) => string): boolean {
  const plain = read(sealedText, sample);
  return plain !== null && (sample.emailHash === null || emailHash(plain) === sample.emailHash);
}

async function rewrite(
  tx: Database,
  { dataKeys, sealedText, emailHash }: { dataKeys: Secrets['dataKeys']; sealedText: SealedText; emailHash(email: string): string },
): Promise<void> {
  for (const { id: keyId } of dataKeys) {
    for (const { id, email } of await selectAddressesOf(tx, keyId)) {
      const plain = read(sealedText, { text: email!, userId: id, universeId: null });
      if (plain !== null) await writeEmailHash(tx, id, emailHash(plain));
    }
  }
  await dropSealedBy(tx, sessionKeyId);
}

const named = (ids: readonly string[]) => ids.map((id) => `"${id}"`).join(', ');

const lostKeys = (ids: readonly string[]) =>
  new AppError(
    'conflict',
    `The database holds addresses or notes that are sealed with the ${ids.length === 1 ? 'key' : 'keys'} ${named(ids)}, which DATA_KEYS does not have. Add ${ids.length === 1 ? 'it' : 'them'} to DATA_KEYS again: a key that comes first writes, all of them read.`,
  );

const changedKey = (id: string) =>
  new AppError(
    'conflict',
    `The key "${id}" of DATA_KEYS is not the one that the database was written with: what it sealed can not be opened. Bring the old one back, and give a new key another id.`,
  );

const otherSecret = (fingerprint: string) =>
  new AppError(
    'conflict',
    `The session secret is not the one that this database was written with: nobody could sign in, and guests would lose what they made. Bring back the file session-secret of DATA_DIR from a backup, or the SESSION_SECRET that was set before. Only where it is lost for good, start once with ACCEPT_SECRET=${fingerprint}: everybody is signed out then, and accounts that were found by the old secret alone can not be signed in to.`,
  );
