import type { DialogName, PanelName } from '../../store/panels.ts';
import type { IntentKind } from '../../ui/intents.ts';
import type { Feature } from '../feature.ts';
import { accountFeature } from './account/feature.ts';
import { adminFeature } from './admin/feature.ts';
import { clipboardFeature } from './clipboard/feature.ts';
import { commentsFeature } from './comments/feature.ts';
import { editingFeature } from './editing/feature.ts';
import { escapeFeature } from './escape/feature.ts';
import { favouritesFeature } from './favourites/feature.ts';
import { fullScreenFeature } from './full-screen/feature.ts';
import { galleryFeature } from './gallery/feature.ts';
import { handsFeature } from './hands/feature.ts';
import { historyFeature } from './history/feature.ts';
import { keyboardFeature } from './keyboard/feature.ts';
import { membersFeature } from './members/feature.ts';
import { mixerFeature } from './mixer/feature.ts';
import { navigationFeature } from './navigation/feature.ts';
import { notificationsFeature } from './notifications/feature.ts';
import { panelsFeature } from './panels/feature.ts';
import { parametersFeature } from './parameters/feature.ts';
import { profilesFeature } from './profiles/feature.ts';
import { recordingFeature } from './recording/feature.ts';
import { reportsFeature } from './reports/feature.ts';
import { sharingFeature } from './sharing/feature.ts';
import { soundFeature } from './sound/feature.ts';
import { speciesFeature } from './species/feature.ts';
import { storyboardFeature } from './storyboard/feature.ts';
import { suggestionsFeature } from './suggestions/feature.ts';
import { tapTempoFeature } from './tap-tempo/feature.ts';
import { templatesFeature } from './templates/feature.ts';
import { emittersFeature } from './emitters/feature.ts';
import { transportFeature } from './transport/feature.ts';
import { trashFeature } from './trash/feature.ts';
import { universeFeature } from './universe/feature.ts';

type KindsOf<F> = F extends { intents: infer H } ? keyof H : never;
type NamesOf<F, P extends 'panels' | 'dialogs'> = F extends Record<P, readonly { name: infer N }[]> ? N : never;

/** Names that features have added to `Intents`, `Panels` and `Dialogs`, and that no feature of the list handles. */
type Missing<F> = Exclude<IntentKind, KindsOf<F>> | Exclude<PanelName, NamesOf<F, 'panels'>> | Exclude<DialogName, NamesOf<F, 'dialogs'>>;

/** Returns the list if nothing is missing in it; else the compiler names what is. */
const complete = <const F extends readonly Feature[]>(list: [Missing<F[number]>] extends [never] ? F : { missing: Missing<F[number]> }) =>
  list as readonly Feature[];

/** All features of the client, in the order of the tabs in the dock and of the list of shortcuts. */
export const features = complete([
  navigationFeature,
  universeFeature,
  transportFeature,
  editingFeature,
  soundFeature,
  fullScreenFeature,
  panelsFeature,
  parametersFeature,
  emittersFeature,
  mixerFeature,
  suggestionsFeature,
  speciesFeature,
  handsFeature,
  storyboardFeature,
  tapTempoFeature,
  sharingFeature,
  recordingFeature,
  commentsFeature,
  membersFeature,
  historyFeature,
  keyboardFeature,
  escapeFeature,
  galleryFeature,
  favouritesFeature,
  templatesFeature,
  accountFeature,
  profilesFeature,
  notificationsFeature,
  trashFeature,
  clipboardFeature,
  reportsFeature,
  adminFeature,
]);
