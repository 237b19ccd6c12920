/**
 * `npm run admin -- ADDRESS_OR_ID [--remove]`: makes an account that of an administrator, or an ordinary one again. `npm run admin -- reseal`:
 * seals addresses and notes again with the first of `DATA_KEYS`.
 */
import { existsSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { AppError } from '../shared/api/errors.ts';
import { setAccountRole } from '../server/account-role.ts';
import { type Config, readConfig } from '../server/config.ts';
import type { Database } from '../server/db/database.ts';
import { secretPath } from '../server/kept-secret.ts';
import { resealByNewest } from '../server/reseal.ts';
import { databaseWordsOf, isEmbeddedThere, runTool, withDatabase } from './backup-place.ts';

const usage = 'usage: npm run admin -- ADDRESS_OR_ID [--remove]\n       npm run admin -- reseal';

await runTool(async (place) => {
  const { values, positionals } = parseArgs({ allowPositionals: true, options: { remove: { type: 'boolean', default: false } } });
  const [what] = positionals;
  if (what === undefined || positionals.length > 1 || (what === 'reseal' && values.remove)) throw new AppError('invalid-input', usage);
  if (place.databaseUrl === undefined && !isEmbeddedThere(place))
    throw new AppError(
      'not-found',
      `There is no database in ${place.dataDirectory}. Name its directory with DATA_DIR, or PostgreSQL with DATABASE_URL.`,
    );
  const settings = (need: string) => {
    // Reading the settings would make a secret where there is none.
    if (!process.env.SESSION_SECRET && !existsSync(secretPath(place.dataDirectory))) throw new AppError('not-found', need);
    return readConfig(process.env);
  };
  const where = databaseWordsOf(place);
  if (what === 'reseal') {
    const config = settings('What was sealed without DATA_KEYS is opened by SESSION_SECRET: give that of the server.');
    return withDatabase(place, ({ db }) => resealAll(db, config, where));
  }
  const secret = () =>
    settings('Accounts are found by SESSION_SECRET: give that of the server, or name the account by its id.').sessionSecret;
  await withDatabase(place, ({ db }) => setAccountRole(db, secret, what, values.remove ? 'user' : 'admin'));
  console.log(`${what} is ${values.remove ? 'an ordinary account again' : 'an administrator now'}, in ${where}.`);
});

async function resealAll(db: Database, config: Config, where: string): Promise<void> {
  const { addresses, notes, left, keyId } = await resealByNewest(db, config, (done) => console.error(`${done} sealed`));
  console.log(`${addresses} addresses and ${notes} notes are sealed with the key "${keyId}" now, in ${where}.`);
  if (left.size === 0) return console.log('Nothing is sealed with another key: the others may leave DATA_KEYS.');
  const others = [...left].map(([id, count]) => `"${id}" (${count})`).join(', ');
  throw new AppError(
    'conflict',
    `Texts are still sealed with other keys: ${others}. They were written meanwhile by a server that has another key first, or their key is not in DATA_KEYS. Correct that and repeat this.`,
  );
}
