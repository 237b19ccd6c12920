import { sql } from 'drizzle-orm';
import { check, customType, pgTable, timestamp, varchar } from 'drizzle-orm/pg-core';
import { bodyLimits } from '../../shared/api/body-limits.ts';
import { thumbnailVersionLetters } from '../../shared/api/universes/thumbnail.ts';
import { rangeOf } from './columns.ts';
import { universeId } from './schema.ts';

/** Bytes as they are. Both databases take a Buffer and give one, or what one is made of. */
const bytea = customType<{ data: Uint8Array; driverData: Uint8Array }>({
  dataType: () => 'bytea',
  toDriver: (bytes) => Buffer.from(bytes),
  fromDriver: (bytes) => Buffer.from(bytes),
});

/** The picture of a universe, as JPEG. Rows of lists are read often, and have no use for its bytes: it stands apart. */
export const thumbnails = pgTable(
  'thumbnails',
  {
    universeId: universeId().primaryKey(),
    jpeg: bytea('jpeg').notNull(),
    /** Digest of the bytes. */
    version: varchar('version', { length: thumbnailVersionLetters }).notNull(),
    createdAt: timestamp('created_at', { withTimezone: true }).notNull().defaultNow(),
  },
  (table) => [
    check('thumbnails_jpeg_check', rangeOf(sql`octet_length(${table.jpeg})`, { min: 1, max: bodyLimits.picture })),
    check('thumbnails_version_check', sql`${table.version} ~ ${sql.raw(`'^[A-Za-z0-9_-]{${thumbnailVersionLetters}}$'`)}`),
  ],
);
