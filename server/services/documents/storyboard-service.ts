import { storyboardLimits } from '../../../shared/api/universes/universe.ts';
import { fieldIssue } from '../../../shared/refusals/field-issue.ts';
import { refuse } from '../../../shared/refusals/refuse.ts';
import { clipText } from '../../../shared/text/normalise.ts';
import type { StoryboardContent } from '../../../shared/universe/index.ts';
import type { Database } from '../../db/database.ts';
import { lockUniverse } from '../../db/repositories/universes/universe-locks.ts';
import {
  countStoryboards,
  deleteStoryboard,
  insertStoryboard,
  insertVersion,
  selectStoryboard,
  selectStoryboards,
  selectStoryboardsOf,
  selectVersions,
  type StoryboardRow,
  type VersionRow,
} from '../../db/repositories/documents/storyboards.ts';
import { newId } from '../ids.ts';

export type { StoryboardRow, VersionRow };
export type StoryboardService = ReturnType<typeof createStoryboardService>;

const copyOf = (title: string) => `${clipText(title, 90)} (copy)`;

/** The stored storyboards of universes, apart from the one in the document. Callers check the rights. */
export function createStoryboardService(db: Database) {
  const get = async (universeId: string, id: string): Promise<StoryboardRow> => {
    const row = await selectStoryboard(db, universeId, id);
    if (!row) throw refuse('no-storyboard');
    return row;
  };

  const keep = async (universeId: string, authorId: string, content: StoryboardContent): Promise<StoryboardRow> => {
    const id = newId(12);
    await db.transaction(async (tx) => {
      if (!(await lockUniverse(tx, universeId))) throw refuse('no-universe');
      if ((await countStoryboards(tx, universeId)) >= storyboardLimits.kept.max) {
        throw refuse('storyboard-limit', { max: storyboardLimits.kept.max });
      }
      await insertStoryboard(tx, id, universeId, authorId, content);
    });
    return get(universeId, id);
  };

  const update = async (row: StoryboardRow, basedOn: number, authorId: string, content: StoryboardContent): Promise<StoryboardRow> => {
    const written = await db.transaction((tx) => insertVersion(tx, row.id, basedOn, authorId, content, storyboardLimits.versions.max));
    if (written) return get(row.universeId, row.id);
    throw refuse(
      'storyboard-outdated',
      { version: (await get(row.universeId, row.id)).version },
      { issues: [fieldIssue('basedOn', basedOn, 'outdated-version')] },
    );
  };

  return {
    listOf: (universeId: string): Promise<StoryboardRow[]> => selectStoryboards(db, universeId),

    /** Returns the stored storyboards of all universes of a user. */
    allOf: (ownerId: string): Promise<StoryboardRow[]> => selectStoryboardsOf(db, ownerId),

    /** @throws AppError `not-found` */
    get,

    /** @throws AppError `conflict` if the universe has the maximum number of storyboards. */
    keep,

    /** @throws AppError `not-found`, or `conflict` if there is a newer version than the one it is based on. */
    update: async (universeId: string, id: string, basedOn: number, authorId: string, content: StoryboardContent) =>
      update(await get(universeId, id), basedOn, authorId, content),

    /** @throws as `keep` */
    async duplicate(universeId: string, id: string, authorId: string): Promise<StoryboardRow> {
      const { content } = await get(universeId, id);
      return keep(universeId, authorId, { ...content, title: copyOf(content.title) });
    },

    /** @throws AppError `not-found` */
    async remove(universeId: string, id: string): Promise<void> {
      if (!(await deleteStoryboard(db, universeId, id))) throw refuse('no-storyboard');
    },

    /** Returns the versions, newest first. @throws AppError `not-found` */
    versionsOf: async (universeId: string, id: string): Promise<VersionRow[]> => selectVersions(db, (await get(universeId, id)).id),

    /** Stores the content of an older version as the newest version. @throws AppError `not-found` */
    async restore(universeId: string, id: string, version: number, authorId: string): Promise<StoryboardRow> {
      const row = await get(universeId, id);
      const older = (await selectVersions(db, id)).find((entry) => entry.version === version);
      if (!older) throw refuse('no-version');
      return older.version === row.version ? row : update(row, row.version, authorId, older.content);
    },
  };
}
