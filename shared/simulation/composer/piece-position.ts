import type { PiecePosition } from '../../music/index.ts';
import type { UniverseWorld } from '../world.ts';

type Composer = UniverseWorld['stores']['Composer'];

/** Reads the position of the piece from the state. */
export function readPiecePosition(composer: Composer, out: PiecePosition): void {
  out.movement = composer.movement[0];
  out.section = composer.section[0];
  out.sectionPhrase = composer.sectionPhrase[0];
  out.sectionPhrases = composer.sectionPhrases[0];
  out.nextSection = composer.nextSection[0];
}

/** Writes the position of the piece to the state. */
export function keepPiecePosition(position: PiecePosition, composer: Composer): void {
  composer.movement[0] = position.movement;
  composer.section[0] = position.section;
  composer.sectionPhrase[0] = position.sectionPhrase;
  composer.sectionPhrases[0] = position.sectionPhrases;
  composer.nextSection[0] = position.nextSection;
}
