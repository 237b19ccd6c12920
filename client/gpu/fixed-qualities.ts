import type { Preferences } from '../../shared/api/accounts/preferences.ts';

/** Positions on the quality ladder (governor.ts) that users can choose, from 0 to 1; undefined where measured time decides. */
export const fixedQualities: Readonly<Record<Preferences['pictureQuality'], number | undefined>> = {
  auto: undefined,
  low: 2 / 7,
  medium: 5 / 7,
  high: 1,
};
