import { uniformAt } from '../math/generator.ts';
import type { UniverseDocument } from '../universe/index.ts';
import type { Candidate } from './gallery.ts';
import { type Axis, axes, movedTo, placeOf } from './pads.ts';
import type { Preference } from './preference.ts';
import type { Freedom } from './scope.ts';
import { crossed, mutated } from './vary.ts';

/** Ways in which a proposal is made, in turn: several of each in a pool. */
const recipes = ['cross', 'vary', 'cross and vary', 'move'] as const;

/** Share of the library from which most parents come, by preference. */
const eager = 0.25;
/** Way along an axis of the pads. */
const shortestMove = 0.25;
const longestMove = 0.8;

/**
 * Returns documents for the pool of a gallery, the same for the same key: variations of the incumbent, children of it with described
 * universes that the preference thinks well of, and moves of it along the pads.
 */
export function bred(
  incumbent: Candidate,
  library: readonly Candidate[],
  preference: Preference,
  freedom: Freedom,
  { key, count }: { key: number; count: number },
): UniverseDocument[] {
  const liked = library
    .map((candidate) => ({ candidate, worth: preference.judge(candidate.values).mean }))
    .toSorted((a, b) => b.worth - a.worth)
    .map(({ candidate }) => candidate);
  const place = placeOf(incumbent.values);
  return Array.from({ length: count }, (_, index) => {
    const draw = (of: number) => uniformAt(key, index, of);
    const own = Math.floor(draw(0) * 0x7fffffff);
    const rank = draw(1) * draw(2);
    const parent = liked[Math.floor((preference.choices > 0 ? rank * (eager + (1 - eager) * draw(3)) : draw(1)) * liked.length)];
    const bold = { ...freedom, amount: freedom.amount * (0.3 + 0.7 * draw(4)) };
    const recipe = parent ? recipes[index % recipes.length] : recipes[1 + 2 * (index % 2)];
    switch (recipe) {
      case 'cross':
        return crossed(incumbent.document, parent.document, bold, own);
      case 'vary':
        return mutated(incumbent.document, bold, own);
      case 'cross and vary':
        return mutated(crossed(incumbent.document, parent.document, bold, own), bold, own);
      case 'move': {
        const axis: Axis = axes[Math.floor(draw(5) * axes.length)];
        const way = (draw(6) < 0.5 ? -1 : 1) * (shortestMove + (longestMove - shortestMove) * draw(7));
        return movedTo(incumbent.document, place, { [axis]: place[axis] + way }, freedom);
      }
    }
  });
}
