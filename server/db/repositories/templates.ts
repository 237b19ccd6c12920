import { asc, eq, notInArray, sql } from 'drizzle-orm';
import type { Database } from '../database.ts';
import { templates } from '../schema.ts';

export type Template = typeof templates.$inferSelect;

export function selectTemplates(db: Database): Promise<Template[]> {
  return db.select().from(templates).orderBy(asc(templates.name));
}

export async function selectTemplate(db: Database, id: string): Promise<Template | null> {
  const [row] = await db.select().from(templates).where(eq(templates.id, id));
  return row ?? null;
}

/** Makes the table hold exactly these. */
export async function replaceTemplates(db: Database, rows: readonly Template[]): Promise<void> {
  await db.transaction(async (tx) => {
    const ids = rows.map((row) => row.id);
    await tx.delete(templates).where(ids.length > 0 ? notInArray(templates.id, ids) : undefined);
    if (rows.length === 0) return;
    await tx
      .insert(templates)
      .values([...rows])
      .onConflictDoUpdate({
        target: templates.id,
        set: {
          name: sql`excluded.name`,
          sentence: sql`excluded.sentence`,
          category: sql`excluded.category`,
          document: sql`excluded.document`,
        },
      });
  });
}
