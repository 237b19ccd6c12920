import { type SectionName, sectionNames } from '../../shared/music/index.ts';
import type { ParameterKey } from '../../shared/parameters/index.ts';
import { isAudible, partLevels, playsIn } from '../../shared/simulation/composer/parts-that-play.ts';
import { type Part, parts } from '../../shared/simulation/note.ts';
import type { UniverseDocument } from '../../shared/universe/index.ts';
import { phrasesAhead, type PieceScalars } from './piece.ts';

/** How long a part rests: until a later phrase of this section, until a section, or as long as the parameters stay as they are. */
export type Rest = 'this-section' | SectionName | 'always';

export type Resting = Readonly<Partial<Record<Part, Rest>>>;

/** Movements in which a part is sought that rests now: each has a peak. */
const movementsAhead = 2;

function restOf(part: Part, scalars: PieceScalars, { seed, parameters }: Pick<UniverseDocument, 'seed' | 'parameters'>): Rest | null {
  let isNow = true;
  for (const { movement, section, place } of phrasesAhead(scalars, seed)) {
    if (movement >= scalars.movement + movementsAhead) break;
    const isSame = movement === scalars.movement && section === scalars.section;
    if (playsIn(parameters, place, part)) return isNow ? null : isSame ? 'this-section' : sectionNames[section];
    isNow = false;
  }
  return 'always';
}

/** Returns the parts that are loud enough to be heard and rest in the present phrase, and how long. */
export function restingParts(scalars: PieceScalars | null, document: Pick<UniverseDocument, 'seed' | 'parameters'>): Resting {
  if (!scalars || scalars.sectionBars === 0) return {};
  const audible = parts.filter((part) => isAudible(document.parameters, part));
  return Object.fromEntries(
    audible.flatMap((part) => {
      const rest = restOf(part, scalars, document);
      return rest === null ? [] : [[part, rest]];
    }),
  );
}

/** Returns the part that a parameter is the level of, if it is. */
export const partOfLevel = (key: ParameterKey): Part | undefined => parts.find((part) => partLevels[part] === key);
