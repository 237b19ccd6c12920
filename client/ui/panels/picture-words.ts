import type { PictureView } from '../../store/store.ts';

/** What the picture costs and leaves out, in plain words: a verdict, and the choices behind it. */
export interface PictureWords {
  /** What is drawn, in a word or three. */
  short: string;
  verdict: string;
  choices: { what: string; chosen: string; of: string }[];
}

/** Above this many ms a frame, motion looks uneven. */
const unevenMs = 34;
const percent = (share: number) => `${Math.max(1, Math.round(share * 100))} %`;

export function describePicture(
  { kind, drawnShare, sparks, resolutionScale, bloomLevels, frameMilliseconds, refreshMilliseconds }: PictureView,
  wanted: { particles: number; sparksEach: number },
): PictureWords {
  const allSparks = Math.round(wanted.particles * drawnShare) * wanted.sparksEach;
  const sparkShare = allSparks === 0 ? 1 : Math.min(1, sparks / allSparks);
  const isFull = drawnShare > 0.99 && resolutionScale > 0.99 && (kind === 'canvas' || sparkShare > 0.98);
  const isUneven = frameMilliseconds > unevenMs;
  const verdict =
    kind === 'starting'
      ? 'The picture is on its way.'
      : isUneven
        ? 'This device has much to do just now: the picture is drawn lightly and still comes slowly. Fewer particles or sparks would help.'
        : isFull
          ? 'This device draws everything.'
          : 'So that it moves smoothly, this device draws a lighter picture. The motion and the sound are the same as everywhere.';
  const short = kind === 'starting' ? 'not yet' : isUneven ? 'slowly' : isFull ? 'everything' : 'a lighter picture';
  const choices = [
    { what: 'Particles', chosen: percent(drawnShare), of: `of ${Math.round(wanted.particles).toLocaleString('en')} that are alive` },
    { what: 'Sharpness', chosen: percent(resolutionScale), of: 'of the pixels along a side' },
  ];
  if (kind === 'webgpu') {
    choices.splice(1, 0, {
      what: 'Sparks',
      chosen: sparks.toLocaleString('en'),
      of: allSparks > 0 ? `of ${allSparks.toLocaleString('en')} asked for` : 'none are asked for',
    });
    choices.push({ what: 'Glow', chosen: String(bloomLevels), of: 'rings around bright light' });
  }
  const shown = refreshMilliseconds > 0 ? `of ${refreshMilliseconds.toFixed(1)} ms at hand` : 'of work';
  if (frameMilliseconds > 0)
    choices.push({ what: 'One picture', chosen: `${frameMilliseconds.toFixed(frameMilliseconds < 10 ? 1 : 0)} ms`, of: shown });
  return { short, verdict, choices };
}
