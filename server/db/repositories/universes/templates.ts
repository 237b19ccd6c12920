import { and, asc, count, desc, eq, gt, inArray, isNull, notInArray, or, sql } from 'drizzle-orm';
import type { TemplateList } from '../../../../shared/api/universes/templates.ts';
import type { Database } from '../../database.ts';
import { isAfter, microseconds } from '../../timestamps.ts';
import { isShownTemplate, templates } from '../../schema.ts';
import { type SearchEntry, searchFor, writeSearchEntries } from '../lists/search.ts';

export type Template = Omit<typeof templates.$inferSelect, 'builtInRevision'>;
/** A template in a list: without its document. */
export type ListedTemplate = Omit<Template, 'document'>;
type NewTemplate = typeof templates.$inferInsert;
export type TemplatePatch = Partial<Pick<NewTemplate, 'name' | 'sentence' | 'category' | 'isPublic' | 'putForward' | 'document'>>;

const { id, name, sentence, category, ownerId, isPublic, putForward, createdAt } = templates;
const listed = { id, name, sentence, category, ownerId, isPublic, putForward, createdAt };
const whole = { ...listed, document: templates.document };

/** Returns the search entry of a template. */
export const templateEntry = (template: Pick<Template, 'id' | 'name' | 'sentence' | 'category'>): SearchEntry => ({
  id: template.id,
  texts: [template.name, template.sentence, template.category],
});

const areFound = async (db: Database, typed: string) =>
  (await searchFor(db, typed))({ subject: 'templateId', table: templates, id, ownerId });

/** Returns the built-in templates that match a text, sorted by name. */
export async function selectBuiltInTemplates(db: Database, typed = ''): Promise<ListedTemplate[]> {
  return db
    .select(listed)
    .from(templates)
    .where(and(isNull(ownerId), ...(await areFound(db, typed))))
    .orderBy(asc(name), asc(id));
}

/** Returns a page of a user's own or of public templates, newest first. */
export async function selectTemplateList(
  db: Database,
  wish: { list: Exclude<TemplateList, 'built-in'>; userId: string; typed: string; after?: { value: number; id: string }; limit: number },
): Promise<{ template: ListedTemplate; value: number }[]> {
  const isMember = wish.list === 'mine' ? eq(ownerId, wish.userId) : isShownTemplate(templates);
  return db
    .select({ template: listed, value: microseconds(createdAt) })
    .from(templates)
    .where(and(isMember, ...(await areFound(db, wish.typed)), isAfter(createdAt, id, wish.after)))
    .orderBy(desc(createdAt), desc(id))
    .limit(wish.limit);
}

/** Returns all templates of a user, oldest first. */
export function selectTemplatesOf(db: Database, userId: string): Promise<Template[]> {
  return db.select(whole).from(templates).where(eq(ownerId, userId)).orderBy(asc(createdAt), asc(id));
}

export async function selectTemplate(db: Database, wanted: string): Promise<Template | null> {
  const [row] = await db.select(whole).from(templates).where(eq(id, wanted));
  return row ?? null;
}

/** Locks a template until the transaction ends. */
export async function lockTemplate(db: Database, wanted: string): Promise<Template | null> {
  const [row] = await db.select(whole).from(templates).where(eq(id, wanted)).for('update');
  return row ?? null;
}

export async function countTemplatesOf(db: Database, userId: string): Promise<number> {
  const [row] = await db.select({ count: count() }).from(templates).where(eq(ownerId, userId));
  return row!.count;
}

export async function insertTemplate(db: Database, row: NewTemplate): Promise<Template> {
  const [inserted] = await db.insert(templates).values(row).returning(whole);
  await writeSearchEntries(db, 'templateId', [templateEntry(inserted!)]);
  return inserted!;
}

export async function updateTemplateRow(db: Database, wanted: string, patch: TemplatePatch): Promise<Template | null> {
  const [row] = await db.update(templates).set(patch).where(eq(id, wanted)).returning(whole);
  if (row) await writeSearchEntries(db, 'templateId', [templateEntry(row)]);
  return row ?? null;
}

/** @returns false if there is none. */
export async function deleteTemplate(db: Database, wanted: string): Promise<boolean> {
  return (await db.delete(templates).where(eq(id, wanted)).returning({ id })).length === 1;
}

/** Moves all templates of a user to another user. */
export async function moveTemplates(db: Database, from: string, to: string): Promise<void> {
  await db.update(templates).set({ ownerId: to }).where(eq(ownerId, from));
}

/** Returns those of these templates that the user may see in a list. */
export async function selectShownTemplateIds(db: Database, userId: string, ids: readonly string[]): Promise<Set<string>> {
  const rows = await db
    .select({ id })
    .from(templates)
    .where(and(inArray(id, [...ids]), or(isPublic, eq(ownerId, userId))));
  return new Set(rows.map((row) => row.id));
}

/**
 * Replaces the built-in templates by exactly these, unless those of a later revision are there; user templates stay. Only one process may
 * do so at a time. @returns whether they were replaced
 */
export async function replaceBuiltInTemplates(
  db: Database,
  rows: readonly Pick<Template, 'id' | 'name' | 'sentence' | 'category' | 'document'>[],
  revision: number,
): Promise<boolean> {
  return db.transaction(async (tx) => {
    const [later] = await tx.select({ id }).from(templates).where(gt(templates.builtInRevision, revision)).limit(1);
    if (later) return false;
    const ids = rows.map((row) => row.id);
    await tx.delete(templates).where(and(isNull(ownerId), ids.length > 0 ? notInArray(id, ids) : undefined));
    if (rows.length === 0) return true;
    await tx
      .insert(templates)
      .values(rows.map((row) => ({ ...row, builtInRevision: revision })))
      .onConflictDoUpdate({
        target: id,
        set: {
          name: sql`excluded.name`,
          sentence: sql`excluded.sentence`,
          category: sql`excluded.category`,
          document: sql`excluded.document`,
          builtInRevision: revision,
        },
      });
    await writeSearchEntries(tx, 'templateId', rows.map(templateEntry));
    return true;
  });
}
