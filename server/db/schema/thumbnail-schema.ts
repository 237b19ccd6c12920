import { sql } from 'drizzle-orm';
import { check, customType, pgTable, timestamp, varchar } from 'drizzle-orm/pg-core';
import { bodyLimits } from '../../../shared/api/body-limits.ts';
import { thumbnailVersionLetters } from '../../../shared/api/universes/thumbnail.ts';
import { rangeOf } from './columns.ts';
import { universeId } from '../schema.ts';

/** Unmodified bytes. Both databases accept a Buffer, and return one or data that one is made from. */
const bytea = customType<{ data: Uint8Array; driverData: Uint8Array }>({
  dataType: () => 'bytea',
  toDriver: (bytes) => Buffer.from(bytes),
  fromDriver: (bytes) => Buffer.from(bytes),
});

/** The thumbnails of universes, as JPEG. They have a table of their own, since rows of lists are read often and do not need the bytes. */
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
    check('thumbnails_jpeg_check', rangeOf(sql`octet_length(${table.jpeg})`, { min: 1, max: bodyLimits.thumbnail })),
    check('thumbnails_version_check', sql`${table.version} ~ ${sql.raw(`'^[A-Za-z0-9_-]{${thumbnailVersionLetters}}$'`)}`),
  ],
);
