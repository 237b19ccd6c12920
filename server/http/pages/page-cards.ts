import type { Request } from 'express';
import { z } from 'zod';
import { embedSize } from '../../../shared/api/contract/embed.ts';
import { thumbnailSize } from '../../../shared/api/universes/thumbnail.ts';
import { thumbnailPath } from '../../../shared/api/universes/thumbnail-path.ts';
import { mayDo, roleOf } from '../../auth/policy.ts';
import type { Cache } from '../../ops/cache/cache.ts';
import type { UserService } from '../../services/accounts/user-service.ts';
import type { ThumbnailService } from '../../services/universes/thumbnail-service.ts';
import type { Universe, UniverseService } from '../../services/universes/universe-service.ts';
import { isFromStranger } from '../requests/stranger.ts';
import type { ThumbnailIndex } from '../templates/thumbnails.ts';
import { type CardThumbnail, type PageCard, pageCardSchema } from './page-tags.ts';

export type PageCards = ReturnType<typeof createPageCards>;

const signedCardSchema = pageCardSchema.extend({ authorName: z.string() });
type SignedCard = z.infer<typeof signedCardSchema>;

const keptSeconds = 60;

interface CardServices {
  universes: UniverseService;
  users: UserService;
  /** Thumbnails of templates. */
  thumbnails: ThumbnailIndex;
  /** Thumbnails of universes. */
  universeThumbnails: ThumbnailService;
  cache: Cache;
}

/** Creates the source of link previews: only of universes that a stranger may read, whoever the caller is. */
export function createPageCards({ universes, users, thumbnails, universeThumbnails, cache }: CardServices) {
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

  const cardOf = async (universe: Universe): Promise<PageCard> => {
    const { id, name, description } = universe;
    return { id, name, description, thumbnail: await thumbnailOf(universe) };
  };

  const make = async (id: string): Promise<PageCard | null> => {
    const universe = await find(id);
    return universe && cardOf(universe);
  };

  const makeSigned = async (id: string): Promise<SignedCard | null> => {
    const universe = await find(id);
    const author = universe && (await users.findPublic(universe.ownerId));
    return author && { ...(await cardOf(universe)), authorName: author.displayName };
  };

  return {
    of: (id: string, request: Request): Promise<PageCard | null> =>
      isFromStranger(request)
        ? cache.keep({ subject: id, key: 'card', seconds: keptSeconds, schema: pageCardSchema }, () => make(id))
        : make(id),

    /** Returns a card with the name of the owner. */
    signed: (id: string, request: Request): Promise<SignedCard | null> =>
      isFromStranger(request)
        ? cache.keep({ subject: id, key: 'signed', seconds: keptSeconds, schema: signedCardSchema }, () => makeSigned(id))
        : makeSigned(id),
  };
}
