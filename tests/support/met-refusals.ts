import { readRefusals } from './refusals.ts';

/** Error messages that no user of a page sees: all of the listed files, and the listed texts of other files. */
export const unmet: readonly { because: string; files?: readonly string[]; texts?: readonly string[] }[] = [
  {
    because: 'whoever starts the server reads it',
    files: ['server/config.ts', 'server/kept-secret.ts', 'server/main.ts', 'server/db/', 'server/services/secrets/secret-check.ts'],
  },
  {
    because: 'pages write their requests as they have to be',
    files: [
      'server/http/requests/address-text.ts',
      'server/http/requests/bodies.ts',
      'server/http/requests/body-reader.ts',
      'server/http/door/',
      'server/http/door/matchmaking.ts',
      'server/http/requests/entity-tags.ts',
      'server/services/lists/list-cursor.ts',
      'shared/api/universes/parameter-schemas.ts',
      'shared/api/contract/query-schemas.ts',
    ],
    texts: ['There is no {0} {1} here.', 'There is no {0} {1} in this API.', 'There is no message "{0}".'],
  },
  {
    because: 'pages get another session and come back (client/net/readmission.ts)',
    texts: ['Who are you? Ask for GET /api/v1/me first, and send its cookie.', 'Your session has ended. Open the universe again.'],
  },
  { because: 'pages of others ask for it', texts: ['must be a whole number of pixels'] },
  {
    because: 'the page asks for it by itself, and tells nobody that it was refused',
    files: [
      'server/http/universes/snapshots.ts',
      'server/services/documents/snapshot-broker.ts',
      'shared/api/universes/thumbnail-schemas.ts',
    ],
    texts: [
      'There is no picture of this universe yet.',
      'This page computed another universe than the others at tick {0}.',
      'must be what the others have',
    ],
  },
];

export interface ReadRefusal {
  readonly path: string;
  readonly text: string;
}

export const isUnmet = ({ path, text }: ReadRefusal): boolean =>
  unmet.some(({ files = [], texts = [] }) => files.some((start) => path.startsWith(start)) || texts.includes(text));

/** Lists all error messages with their files. */
export const listRefusals = (): ReadRefusal[] => [...readRefusals()].flatMap(([path, texts]) => [...texts].map((text) => ({ path, text })));

/** Returns the error messages that users of a page may see. */
export const readMetRefusals = (): string[] =>
  listRefusals()
    .filter((refusal) => !isUnmet(refusal))
    .map(({ text }) => text);
