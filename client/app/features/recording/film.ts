import type { Replay } from '../../../../shared/recording/replay.ts';
import type { Frame } from '../../../../shared/simulation/frame-layout.ts';
import { ticksPerSecond } from '../../../../shared/simulation/world.ts';
import type { UniverseDocument } from '../../../../shared/universe/index.ts';
import type { Span } from '../../../store/recording.ts';
import { createFrameTaker, runTo } from './score.ts';

/** What was before a film is drawn too, and not shown: trails, exposure and sparks are there when it begins. */
const leadSeconds = 0.5;

export interface FilmFrame {
  /** From 0; below it, what is drawn and not shown. */
  readonly index: number;
  /** How many there are of those. */
  readonly lead: number;
  readonly frame: Frame;
  readonly document: UniverseDocument;
}

/** How many frames a span has. */
export function framesOf({ fromTick, toTick }: Span, framesPerSecond: number): number {
  return Math.floor(((toTick - fromTick) * framesPerSecond) / ticksPerSecond);
}

/**
 * The frames of a span, one after the other: each is the state of the simulation at its moment, whatever else the device
 * has to do, and valid until the next one. `framesPerSecond` divides 60;
 * `onTick` is called for each tick before the first of them.
 */
export function* filmFrames(replay: Replay, span: Span, framesPerSecond: number, onTick: () => void): Generator<FilmFrame> {
  const { simulation, advance } = replay;
  const ticksPerFrame = ticksPerSecond / framesPerSecond;
  const lead = Math.floor(Math.min(leadSeconds * framesPerSecond, (span.fromTick - simulation.tick) / ticksPerFrame));
  const takeFrame = createFrameTaker(simulation);
  runTo(replay, span.fromTick - lead * ticksPerFrame, onTick);
  const count = framesOf(span, framesPerSecond);
  for (let index = -lead; index < count; index++) {
    yield { index, lead, frame: takeFrame(), document: simulation.world.document };
    for (let tick = 0; tick < ticksPerFrame; tick++) advance();
  }
}
