import type { Sentence } from '../words/sentences.ts';

/** The parts of an open page, in the order in which they load. */
export const pageParts = ['page', 'server', 'room', 'simulation', 'picture'] as const;
export type PagePart = (typeof pageParts)[number];

/** The trouble of a part: late, failed, or from a page version that the server no longer has. */
export type Trouble = 'slow' | 'failed' | 'outdated';

/** The ways to continue. */
export type WayOn = 'retry' | 'reload' | 'without' | 'gallery';

export type Troubles = Readonly<Partial<Record<PagePart, Trouble>>>;

export const noTroubles: Troubles = {};

/** Returns the first part that is in trouble: later parts wait for it. */
export function firstTrouble(troubles: Troubles): { part: PagePart; trouble: Trouble } | null {
  const part = pageParts.find((part) => troubles[part] !== undefined);
  return part === undefined ? null : { part, trouble: troubles[part]! };
}

/** Sets or clears (null) the trouble of one part. Returns the same object if nothing changes. */
export function withTrouble(troubles: Troubles, part: PagePart, trouble: Trouble | null): Troubles {
  if ((troubles[part] ?? null) === trouble) return troubles;
  const { [part]: _, ...others } = troubles;
  return trouble === null ? others : { ...others, [part]: trouble };
}

const newVersion: Sentence = 'There is a new version of this page. Reload it to continue.';

/** The message for each trouble: what is missing, what still works, and the likely cause. */
export const troubleSentences: Readonly<Record<PagePart, Readonly<Record<Trouble, Sentence>>>> = {
  page: {
    slow: 'A part of this page is still loading. The connection may be slow.',
    failed: 'A part of this page could not be loaded. Check the connection and reload the page.',
    outdated: newVersion,
  },
  server: {
    slow: 'The server has not answered yet. It may be busy, or the connection may be slow.',
    failed: 'The server does not answer. Check the connection and try again.',
    outdated: newVersion,
  },
  room: {
    slow: 'The server has not opened this universe yet. It may be busy, or the connection may be slow.',
    failed: 'The server denies access to this universe.',
    outdated: newVersion,
  },
  simulation: {
    slow: 'The simulation is not responding. On a slow device it may still be working.',
    failed: 'The simulation is not running: nothing moves or plays here until it is restarted.',
    outdated: newVersion,
  },
  picture: {
    slow: 'The picture is still loading. Without it you can hear and change the universe.',
    failed: 'This browser cannot draw the picture. Without it you can hear and change the universe.',
    outdated: newVersion,
  },
};

/** Returns the ways to continue, best first. */
export function waysOn(part: PagePart, trouble: Trouble): readonly WayOn[] {
  if (trouble === 'outdated') return ['reload', 'gallery'];
  if (part === 'picture') return ['without', 'reload', 'gallery'];
  if (part === 'page') return ['reload', 'gallery'];
  return ['retry', 'reload', 'gallery'];
}

export const waySentences: Readonly<Record<WayOn, Sentence>> = {
  retry: 'Try again',
  reload: 'Reload',
  without: 'Go on without picture',
  gallery: 'Back to the gallery',
};
