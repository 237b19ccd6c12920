/** The actions of the account, fetched on first use. */
export { actOnAccount, enterAccountPage } from './account.ts';
export { showMoreActivity } from './activity.ts';
export { comeBack } from './arrival.ts';
export { choosePreferences } from './choose-preferences.ts';
export { renameMe } from './rename-me.ts';
