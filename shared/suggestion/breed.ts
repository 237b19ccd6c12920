import { uniformAt } from '../math/generator.ts';
import type { UniverseDocument } from '../universe/index.ts';
import type { DescriptorGroup } from './descriptors.ts';
import { foreseen } from './foresee.ts';
import { type Candidate, pickGallery } from './gallery.ts';
import { type Axis, axes } from './axes.ts';
import { movedTo, placeOf } from './pads.ts';
import type { Preference } from './preference.ts';
import { type Freedom, type Scope, scopes } from './scope.ts';
import { crossed, mutated } from './vary.ts';

/** How many documents are made for each that is worth a description. */
const draftsEach = 10;
/** Way along an axis of the pads. */
const shortestMove = 0.2;
const longestMove = 0.9;

/** The descriptors that a scope decides. Motion follows things as much as physics: it is taken only with both. */
const groupOfScope = { music: 'music', sound: 'sound', look: 'look' } as const satisfies Partial<Record<Scope, DescriptorGroup>>;

/** Scopes that are taken together from another universe. */
const parcels: readonly (readonly Scope[])[] = [
  ['physics', 'things'],
  ['music'],
  ['sound'],
  ['look'],
  ['sound', 'look'],
  ['music', 'sound'],
];

function groupsOf(taken: readonly Scope[]): DescriptorGroup[] {
  const groups: DescriptorGroup[] = taken.includes('physics') && taken.includes('things') ? ['motion'] : [];
  for (const scope of scopes)
    if (taken.includes(scope) && scope in groupOfScope) groups.push(groupOfScope[scope as keyof typeof groupOfScope]);
  return groups;
}

/** What drafts are made of. */
interface Stock {
  readonly incumbent: Candidate;
  readonly library: readonly Candidate[];
  readonly freedom: Freedom;
}

/** A child of the incumbent that takes whole scopes of another. */
function childOf({ incumbent, library, freedom }: Stock, draw: (of: number) => number): Candidate | null {
  const from = library[Math.floor(draw(1) * library.length)];
  const parcel = parcels[Math.floor(draw(2) * parcels.length)].filter((scope) => freedom.scopes.includes(scope));
  if (!from || parcel.length === 0) return null;
  const document = parcel.reduce((child, scope) => crossed(child, from.document, { ...freedom, scopes: [scope] }, 1), incumbent.document);
  return { document, values: foreseen(incumbent, document, { from, groups: groupsOf(parcel) }) };
}

/** The incumbent, moved along one axis of the pads. */
function moveOf({ incumbent, freedom }: Stock, draw: (of: number) => number): Candidate {
  const axis: Axis = axes[Math.floor(draw(1) * axes.length)];
  const way = (draw(2) < 0.5 ? -1 : 1) * (shortestMove + (longestMove - shortestMove) * draw(3));
  const place = placeOf(incumbent.values);
  const document = movedTo(incumbent.document, place, { [axis]: place[axis] + way }, freedom);
  return { document, values: foreseen(incumbent, document) };
}

/** Another candidate, varied. */
function variationOf(of: Candidate, freedom: Freedom, draw: (of: number) => number): Candidate {
  const document = mutated(of.document, { ...freedom, amount: freedom.amount * (0.2 + 0.8 * draw(5)) }, Math.floor(draw(6) * 0x7fffffff));
  return { document, values: foreseen(of, document) };
}

/**
 * Returns `count` documents that are worth a description, the same for the same key. Ten times as many are made: variations of the
 * incumbent, children of it with described universes, and moves of it along the pads; of these it picks by what can be foreseen of them.
 */
export function bred(
  incumbent: Candidate,
  library: readonly Candidate[],
  preference: Preference,
  freedom: Freedom,
  { key, count }: { key: number; count: number },
): UniverseDocument[] {
  const stock = { incumbent, library, freedom };
  const drafts = Array.from({ length: count * draftsEach }, (_, index) => {
    const draw = (of: number) => uniformAt(key, index, of);
    const kind = draw(0);
    if (kind < 0.3) return variationOf(incumbent, freedom, draw);
    if (kind < 0.5) return moveOf(stock, draw);
    const child = childOf(stock, draw) ?? incumbent;
    return kind < 0.75 && child !== incumbent ? child : variationOf(child, freedom, draw);
  });
  return pickGallery(drafts, incumbent, preference, count).map(({ document }) => document);
}
