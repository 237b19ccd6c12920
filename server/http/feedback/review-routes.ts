import type { Router } from 'express';
import type { Review } from '../../../shared/api/feedback/review-schemas.ts';
import type { Identity } from '../../auth/identity-contract.ts';
import { authorize, authorizeRemoval, mayDo, roleOf } from '../../auth/policy.ts';
import { ratingOf, type ReviewService, type SignedReview } from '../../services/feedback/review-service.ts';
import type { UniverseService } from '../../services/universes/universe-service.ts';
import { addKeepingRoute, addOpenRoute } from '../requests/route.ts';

/** Adds the routes for reviews. Reading creates no guest; writing needs an identity. */
export function addReviewRoutes(
  router: Router,
  identity: Identity,
  { universes, reviews }: { universes: UniverseService; reviews: ReviewService },
): void {
  addOpenRoute(router, 'listReviews', async ({ user, params, query }) => {
    const universe = await universes.get(params.id!);
    authorize(user?.id ?? null, universe, 'review.read');
    const page = await reviews.page(universe, user?.id, query);
    return {
      rating: ratingOf(universe),
      mine: page.mine && reviewOf(page.mine, user?.id),
      reviews: page.reviews.map((review) => reviewOf(review, user?.id)),
      next: page.next,
    };
  });

  addKeepingRoute(router, identity, 'writeReview', async ({ user, params, body }) => {
    authorize(user?.id ?? null, await universes.get(params.id!), 'review.write');
    return { rating: await reviews.write(user!.id, params.id!, body) };
  });

  addKeepingRoute(router, identity, 'deleteReview', async ({ user, params }) => {
    const universe = await universes.get(params.id!);
    const isOwn = user !== null && (await reviews.find(user.id, universe.id)) !== null;
    authorizeRemoval(user?.id ?? null, universe, isOwn, 'review.write');
    const rating = await reviews.remove(user!.id, universe.id);
    return { rating: mayDo(roleOf(user!.id, universe), 'review.read') ? rating : null };
  });
}

function reviewOf({ review, author }: SignedReview, userId: string | undefined): Review {
  const { stars, text, editedAt, createdAt } = review;
  return { author, stars, text, isMine: author.id === userId, isEdited: editedAt !== null, createdAt: createdAt.toISOString() };
}
