import type { Preferences } from '../../shared/api/accounts/preferences.ts';

/** Places on the ladder of qualities (governor.ts) that people may choose, from 0 to 1; undefined where the measured time decides. */
export const fixedQualities: Readonly<Record<Preferences['pictureQuality'], number | undefined>> = {
  auto: undefined,
  low: 2 / 7,
  medium: 5 / 7,
  high: 1,
};
