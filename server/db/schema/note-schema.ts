import { sql } from 'drizzle-orm';
import { check, index, pgTable, primaryKey, text, timestamp, varchar } from 'drizzle-orm/pg-core';
import { privateNoteLimits } from '../../../shared/api/feedback/feedback.ts';
import { rangeOf } from './columns.ts';
import { universeId, users } from '../schema.ts';

const bytesPerLetter = 3;
/** The bytes of nonce and tag. */
const bytesOfSeal = 28;
const maxKeyId = 33;
/** The length of a sealed note, in base64: four characters for three bytes. */
const sealed = { min: 1, max: Math.ceil(((privateNoteLimits.text.max * bytesPerLetter + bytesOfSeal) * 4) / 3) + maxKeyId };

/** Private notes on universes, sealed with a key of the server. */
export const notes = pgTable(
  'notes',
  {
    userId: varchar('user_id', { length: 24 })
      .notNull()
      .references(() => users.id, { onDelete: 'cascade' }),
    universeId: universeId().notNull(),
    text: text('text').notNull(),
    updatedAt: timestamp('updated_at', { withTimezone: true }).notNull().defaultNow(),
  },
  (table) => [
    primaryKey({ columns: [table.userId, table.universeId] }),
    index('notes_universe_index').on(table.universeId),
    check('notes_text_check', sql`${table.text} ~ '^[^.]+[.][A-Za-z0-9_-]+$' and ${rangeOf(sql`length(${table.text})`, sealed)}`),
  ],
);
