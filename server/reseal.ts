import { AppError } from '../shared/api/errors.ts';
import type { Config } from './config.ts';
import type { Database } from './db/database.ts';
import { sessionDataKey } from './services/secrets/derived-keys.ts';
import { reseal, type Resealed } from './services/secrets/reseal.ts';
import { createSealedText } from './services/secrets/sealed-text.ts';

/**
 * Seals addresses and notes again with the first of the data keys. @returns what was sealed, with the id of that key
 * @throws AppError `invalid-input` if there are no data keys
 */
export async function resealByNewest(
  db: Database,
  { dataKeys, sessionSecret }: Pick<Config, 'dataKeys' | 'sessionSecret'>,
  progress: (done: number) => void,
): Promise<Resealed & { keyId: string }> {
  const [newest] = dataKeys;
  if (!newest) throw new AppError('invalid-input', 'DATA_KEYS is not set: give that of the servers, with the newest key first.');
  const sealedText = createSealedText([...dataKeys, sessionDataKey(sessionSecret)]);
  return { keyId: newest.id, ...(await reseal(db, { sealedText, keyId: newest.id, progress })) };
}
