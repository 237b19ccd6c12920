import type { PictureView } from '../../store/store.ts';
import { decimals } from '../../words/decimals.ts';
import { language } from '../../words/languages.ts';
import { say } from '../../words/words.ts';

/** The cost and the omissions of the picture in plain words: a verdict, and the choices behind it. */
export interface PictureWords {
  /** A summary in one to three words. */
  short: string;
  verdict: string;
  choices: { what: string; chosen: string; of: string }[];
}

/** Above this frame time in ms, motion looks uneven. */
const unevenMs = 34;
const counted = (count: number) => count.toLocaleString(language());
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
      ? say('The picture is loading.')
      : isUneven
        ? say('This device is busy: the picture is simplified and still slow. Fewer particles or sparks would help.')
        : isFull
          ? say('This device draws everything.')
          : say('This device draws a simplified picture to keep it smooth. Motion and sound are the same as everywhere.');
  const short = say(kind === 'starting' ? 'not yet' : isUneven ? 'slowly' : isFull ? 'everything' : 'a simplified picture');
  const choices = [
    {
      what: say('Particles'),
      chosen: percent(drawnShare),
      of: say('of {count} alive', { count: counted(Math.round(wanted.particles)) }),
    },
    { what: say('Sharpness'), chosen: percent(resolutionScale), of: say('of the pixels along a side') },
  ];
  if (kind === 'webgpu') {
    choices.splice(1, 0, {
      what: say('Sparks'),
      chosen: counted(sparks),
      of: allSparks > 0 ? say('of {count} requested', { count: counted(allSparks) }) : say('none requested'),
    });
    choices.push({ what: say('Glow'), chosen: String(bloomLevels), of: say('rings around bright light') });
  }
  const shown = refreshMilliseconds > 0 ? say('of {time} ms available', { time: decimals(refreshMilliseconds, 1) }) : say('of work');
  if (frameMilliseconds > 0)
    choices.push({ what: say('Frame time'), chosen: `${decimals(frameMilliseconds, frameMilliseconds < 10 ? 1 : 0)} ms`, of: shown });
  return { short, verdict, choices };
}
