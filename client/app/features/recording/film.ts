import type { Replay } from '../../../../shared/recording/replay.ts';
import type { Frame } from '../../../../shared/simulation/frame-layout.ts';
import { ticksPerSecond } from '../../../../shared/simulation/world.ts';
import type { UniverseDocument } from '../../../../shared/universe/index.ts';
import type { Span } from '../../../store/recording.ts';
import { createFrameTaker } from '../../../engine/frame-taker.ts';
import { runTo } from './sound-events.ts';

/** Lead time that is drawn and not shown: trails, exposure and sparks are there at the start. */
const leadSeconds = 0.5;

export interface FilmFrame {
  /** From 0; frames below 0 are drawn and not shown. */
  readonly index: number;
  /** The number of lead frames. */
  readonly lead: number;
  readonly frame: Frame;
  readonly document: UniverseDocument;
}

/** Returns the number of frames of a span. */
export function framesOf({ fromTick, toTick }: Span, framesPerSecond: number): number {
  return Math.floor(((toTick - fromTick) * framesPerSecond) / ticksPerSecond);
}

/**
 * Yields the frames of a span: each is the exact state of the simulation at its tick, whatever the load of the device, and valid until the
 * next one. `framesPerSecond` divides 60; `onTick` is called for each tick before the first of them.
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
