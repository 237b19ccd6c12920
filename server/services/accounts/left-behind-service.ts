import type { LeftBehind } from '../../../shared/api/accounts/left-behind-schemas.ts';
import type { Database } from '../../db/database.ts';
import { selectReadableIds } from '../../db/repositories/universes/readable.ts';
import type { CommentService } from '../feedback/comment-service.ts';
import type { FavouriteService } from '../feedback/favourite-service.ts';
import type { NoteService } from '../feedback/note-service.ts';
import type { ReviewService } from '../feedback/review-service.ts';

export type LeftBehindService = ReturnType<typeof createLeftBehindService>;

interface Services {
  comments: CommentService;
  reviews: ReviewService;
  notes: NoteService;
  favourites: FavouriteService;
}

/** Texts and favourites of a user on universes that the user can no longer open, and could not find elsewhere. */
export function createLeftBehindService(db: Database, { comments, reviews, notes, favourites }: Services) {
  return {
    /** Returns each kind oldest first. Universes are not named, as their names may have changed since. */
    async of(userId: string): Promise<LeftBehind[]> {
      const all: LeftBehind[] = [
        ...(await comments.allOf(userId)).map(({ id, universeId, text, createdAt }) =>
          item('comment', { universeId, text, createdAt, id }),
        ),
        ...(await reviews.allOf(userId)).map((review) => item('review', review)),
        ...(await notes.allOf(userId)).map(({ universeId, text, updatedAt }) => item('note', { universeId, text, createdAt: updatedAt })),
        ...(await favourites.allOf(userId)).map((favourite) => item('favourite', { ...favourite, text: '' })),
      ];
      const readable = await selectReadableIds(db, userId, [...new Set(all.map(({ universeId }) => universeId))]);
      return all.filter(({ universeId }) => !readable.has(universeId));
    },
  };
}

const item = (kind: LeftBehind['kind'], own: { universeId: string; text: string; createdAt: Date; id?: string }): LeftBehind => ({
  kind,
  universeId: own.universeId,
  commentId: own.id ?? null,
  text: own.text,
  createdAt: own.createdAt.toISOString(),
});
