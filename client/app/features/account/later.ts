/** The actions of the account, fetched on first use. */
export { actOnAccount, enterAccountPage } from './account.ts';
export { showMoreOfAuditLog } from './audit-log.ts';
export { comeBack } from './provider-sign-in.ts';
export { choosePreferences } from './choose-preferences.ts';
export { renameMe } from './rename-me.ts';
