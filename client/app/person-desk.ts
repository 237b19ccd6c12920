/** What somebody does about themselves, others and their universes: fetched when they first want to. */
export { actOnAccount, enterAccountPage } from './account.ts';
export { showMoreActivity } from './activity.ts';
export { comeBack } from './arrival.ts';
export { actOnBin } from './bin.ts';
export { choosePreferences } from './choose-preferences.ts';
export { setFavourite } from './favourite.ts';
export { chooseOutput, lookForOutputs } from './outputs.ts';
export { remix, renameMe, share } from './own-acts.ts';
export { actOnPeople } from './people.ts';
export { showMoreOfPerson, showPerson } from './person.ts';
