import type { Preferences } from '../../../../shared/api/accounts/preferences.ts';

/** What browsers say of tracking: Global Privacy Control, and Do Not Track, which some still have. */
export interface TrackingWish {
  readonly globalPrivacyControl?: boolean;
  readonly doNotTrack?: string | null;
}

/** Whether a page may report: neither its user nor the browser says no. */
export const mayReport = ({ reports }: Preferences, { globalPrivacyControl, doNotTrack }: TrackingWish): boolean =>
  reports === 'on' && globalPrivacyControl !== true && doNotTrack !== '1';
