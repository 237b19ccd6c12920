/** `npm run admin -- ADDRESS_OR_ID [--remove]`: makes an account that of an administrator, or an ordinary one again. */
import { existsSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { AppError } from '../shared/api/errors.ts';
import { setAccountRole } from '../server/account-role.ts';
import { readConfig } from '../server/config.ts';
import { secretPath } from '../server/kept-secret.ts';
import { databaseWordsOf, isEmbeddedThere, runTool, withDatabase } from './backup-place.ts';

const usage = 'usage: npm run admin -- ADDRESS_OR_ID [--remove]';

await runTool(async (place) => {
  const { values, positionals } = parseArgs({ allowPositionals: true, options: { remove: { type: 'boolean', default: false } } });
  const [who] = positionals;
  if (who === undefined || positionals.length > 1) throw new AppError('invalid-input', usage);
  if (place.databaseUrl === undefined && !isEmbeddedThere(place))
    throw new AppError(
      'not-found',
      `There is no database in ${place.dataDirectory}. Name its directory with DATA_DIR, or PostgreSQL with DATABASE_URL.`,
    );
  const secret = () => {
    // Reading the settings would make a secret where there is none.
    if (!process.env.SESSION_SECRET && !existsSync(secretPath(place.dataDirectory)))
      throw new AppError('not-found', 'Accounts are found by SESSION_SECRET: give that of the server, or name the account by its id.');
    return readConfig(process.env).sessionSecret;
  };
  await withDatabase(place, ({ db }) => setAccountRole(db, secret, who, values.remove ? 'user' : 'admin'));
  console.log(`${who} is ${values.remove ? 'an ordinary account again' : 'an administrator now'}, in ${databaseWordsOf(place)}.`);
});
