import { parameters, type ParameterValues } from '../../shared/parameters/index.ts';
import type { FrameScalars } from '../../shared/simulation/frame-layout.ts';
import { ticksPerSecond } from '../../shared/simulation/world.ts';
import type { RenderInput } from './types.ts';

/** The look of the picture from the universe's state: smoothed over time, with the links to the image applied. */
export interface Mood {
  /** Radians. */
  readonly hueTurn: number;
  /** × */
  readonly chroma: number;
  readonly light: number;
  readonly swell: number;
  readonly sparkGain: number;
  readonly sparkReach: number;
  /** 0..1 and above. */
  readonly glowAmount: number;
  readonly shimmer: number;
  /** Along the palette, −1..1. */
  readonly paletteShift: number;
  /** m/s */
  readonly middleSpeed: number;
  /** Seconds of decoration. */
  readonly animationSeconds: number;
  /** Share of the trail that remains after this draw, and the gain with which it is shown. */
  readonly trailKeep: number;
  readonly trailGain: number;
}

const tau = 2 * Math.PI;
/** Largest turn of the hue by chords, in either direction. */
const maxTurn = 1.1;
const maxScaleTurn = 1.6;
const goldenShare = 0.618034;
const slowMotion = 0.25;
/** Longest half-life of a trail with reduced motion, in seconds. */
const calmTrailSeconds = 0.12;

/** Returns the hue turn of a scale, far from those of its neighbours in the list. The harmony palette has its own colours for scales. */
function scaleTurn(scale: ParameterValues['scale']): number {
  const index = parameters.scale.choices.indexOf(scale);
  return maxScaleTurn * (((index * goldenShare) % 1) - (index === 0 ? 0 : 0.5));
}

/** Share of the way to go in `seconds` for a time constant; independent of the frame rate. */
export const approach = (seconds: number, constant: number) => 1 - Math.exp(-seconds / constant);

/** Most that the user's own sound adds: to sizes, to the reach and the light of sparks, to the glow. */
const driveSwell = 0.9;
const driveReach = 2;
const driveSparks = 2.5;
const driveGlow = 1.2;

const finite = (value: number, otherwise: number) => (Number.isFinite(value) ? value : otherwise);
const between = (value: number, low: number, high: number) => Math.min(high, Math.max(low, value));

/** Smooths the state of a universe from draw to draw. */
export function createFrameState(): (input: RenderInput) => Mood {
  let hueX = 1;
  let hueY = 0;
  let loudness = 0;
  let energy = 1;
  let saturation = 1;
  let activity = 0;
  let middleSpeed = 0;
  let animationSeconds = 0;
  const drive = { bass: 0, mid: 0, high: 0 };

  const follow = (scalars: Readonly<FrameScalars>, seconds: number) => {
    const slow = approach(seconds, 0.7);
    const angle = finite(scalars.chordHue, 0) * tau;
    hueX += (Math.cos(angle) - hueX) * slow;
    hueY += (Math.sin(angle) - hueY) * slow;
    const heard = between(finite(scalars.loudness, 0), 0, 1);
    loudness += (heard - loudness) * approach(seconds, heard > loudness ? 0.05 : 0.45);
    energy += (between(finite(scalars.brightness, 1), 0.05, 2.5) - energy) * slow;
    saturation += (between(finite(scalars.saturation, 1), 0.1, 2) - saturation) * slow;
    activity += (between(finite(scalars.activity, 0), 0, 1) - activity) * approach(seconds, 0.25);
    const speed = between(finite(scalars.meanSpeed, 2), 0.2, 40);
    middleSpeed = middleSpeed === 0 ? speed : middleSpeed + (speed - middleSpeed) * approach(seconds, 3);
  };

  const followDrive = (given: RenderInput['drive'], seconds: number) => {
    for (const band of ['bass', 'mid', 'high'] as const) {
      const wanted = between(finite(given?.[band] ?? 0, 0), 0, 1);
      drive[band] += (wanted - drive[band]) * approach(seconds, wanted > drive[band] ? 0.03 : 0.22);
    }
  };

  return ({ frame, seconds: elapsed, parameters: p, reducedMotion, drive: given }) => {
    const seconds = between(elapsed, 0, 0.25);
    follow(frame.scalars, seconds);
    // With reduced motion the sound changes light and moves nothing.
    followDrive(reducedMotion && given ? { bass: 0, mid: 0, high: given.high } : given, seconds);
    animationSeconds += seconds * p.animationSpeed * (reducedMotion ? slowMotion : 1);
    const tension = between(finite(frame.scalars.tension, 0), 0, 1);
    const beat = reducedMotion ? 0 : between(finite(frame.scalars.drumsLoudness, 0), 0, 1);
    const halfLife = reducedMotion ? Math.min(p.trail, calmTrailSeconds) : p.trail;
    // The loudness that causes motion; 0 with reduced motion.
    const pulse = reducedMotion ? 0 : loudness;
    return {
      hueTurn: p.musicToColour * (maxTurn * Math.sin(Math.atan2(hueY, hueX)) + (p.palette === 'harmony' ? 0 : scaleTurn(p.scale))),
      chroma: saturation ** (2 * p.musicToColour) * (1 + 0.3 * p.musicToColour * (tension - 0.3)),
      light: p.brightness * energy ** (1.6 * p.physicsToImage) * (1 + 0.25 * p.audioToEffects * beat),
      swell: (1 + p.physicsToImage * (0.7 * activity + 0.15 * (energy - 1))) * (1 + driveSwell * drive.bass),
      sparkGain: 0.5 * (1 + 3 * p.audioToEffects * loudness) * (1 + driveSparks * drive.high),
      sparkReach: (1 + 1.6 * p.audioToEffects * pulse) * (1 + driveReach * drive.mid),
      glowAmount: p.glow * (1 + 1.8 * p.audioToEffects * loudness) * (1 + driveGlow * drive.high),
      shimmer: reducedMotion || p.animationSpeed === 0 ? 0 : 0.3,
      paletteShift: 0.05 * Math.sin(animationSeconds * 0.21) + 0.12 * p.musicToColour * (pulse - 0.3),
      middleSpeed,
      animationSeconds,
      trailKeep: halfLife > 0 ? 2 ** (-seconds / halfLife) : 0,
      trailGain: halfLife > 0 ? 5 * Math.sqrt(halfLife) : 0,
    };
  };
}

/** Simulated seconds between the two frames of a draw; 0 when they do not follow each other. */
export function frameSeconds(tick: number, previousTick: number): number {
  const seconds = (tick - previousTick) / ticksPerSecond;
  return seconds > 0 && seconds < 0.5 ? seconds : 0;
}

/** Most metres that a particle can move in the given simulated seconds; more is a wrap to the other side. */
export function jumpDistance(seconds: number, timeScale: number): number {
  return 1 + 75 * seconds * timeScale;
}
