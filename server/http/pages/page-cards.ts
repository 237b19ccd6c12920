import { mayDo, roleOf } from '../../auth/policy.ts';
import type { Universe, UniverseService } from '../../services/universes/universe-service.ts';
import { embedSize } from '../../../shared/api/contract/embed.ts';
import { thumbnailSize } from '../../../shared/api/universes/thumbnail.ts';
import { thumbnailPath } from '../../../shared/api/universes/thumbnail-path.ts';
import type { ThumbnailService } from '../../services/universes/thumbnail-service.ts';
import type { CardThumbnail, PageCard } from './page-tags.ts';
import type { ThumbnailIndex } from '../templates/thumbnails.ts';

export type PageCards = ReturnType<typeof createPageCards>;

/** Creates the source of link previews: only of universes that a stranger may read, whoever the caller is. */
export function createPageCards(universes: UniverseService, thumbnails: ThumbnailIndex, universeThumbnails: ThumbnailService) {
  /** Returns the thumbnail of the universe, or else that of its template. */
  const thumbnailOf = async ({ id, templateId }: Universe): Promise<CardThumbnail | null> => {
    const version = await universeThumbnails.versionOf(id);
    if (version !== null) return { path: thumbnailPath(id, version), ...thumbnailSize };
    const path = templateId === null ? null : await thumbnails.of(templateId);
    return path === null ? null : { path, ...embedSize };
  };

  const find = async (id: string): Promise<Universe | null> => {
    const universe = await universes.find(id);
    return universe && mayDo(roleOf(null, universe), 'universe.read') ? universe : null;
  };
  return {
    async of(id: string): Promise<(PageCard & { ownerId: string }) | null> {
      const universe = await find(id);
      if (!universe) return null;
      const { name, description, ownerId } = universe;
      return { id, name, description, ownerId, thumbnail: await thumbnailOf(universe) };
    },
  };
}
