/** What somebody does about themselves, others and their universes: fetched when they first want to. */
export { actOnAccount, enterAccountPage } from './features/account/account.ts';
export { showMoreActivity } from './features/account/activity.ts';
export { comeBack } from './features/account/arrival.ts';
export { actOnBin } from './features/trash/bin.ts';
export { choosePreferences } from './features/account/choose-preferences.ts';
export { setFavourite } from './features/favourites/favourite.ts';
export { chooseOutput, lookForOutputs } from './sound/outputs.ts';
export { remix, renameMe, share } from './features/sharing/own-acts.ts';
export { actOnPeople } from './features/sharing/people.ts';
export { showMoreOfPerson, showPerson } from './features/profiles/person.ts';
