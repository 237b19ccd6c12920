import type { DialogName, PanelName } from '../../store/panels.ts';
import type { IntentKind } from '../../ui/intents.ts';
import type { Feature } from '../feature.ts';
import { account } from './account/feature.ts';
import { clipboard } from './clipboard/feature.ts';
import { comments } from './comments/feature.ts';
import { editing } from './editing/feature.ts';
import { escape } from './escape/feature.ts';
import { favourites } from './favourites/feature.ts';
import { fullScreen } from './full-screen/feature.ts';
import { gallery } from './gallery/feature.ts';
import { hands } from './hands/feature.ts';
import { history } from './history/feature.ts';
import { keyboard } from './keyboard/feature.ts';
import { members } from './members/feature.ts';
import { mixer } from './mixer/feature.ts';
import { navigation } from './navigation/feature.ts';
import { notifications } from './notifications/feature.ts';
import { panels } from './panels/feature.ts';
import { parameters } from './parameters/feature.ts';
import { profiles } from './profiles/feature.ts';
import { recording } from './recording/feature.ts';
import { sharing } from './sharing/feature.ts';
import { sound } from './sound/feature.ts';
import { species } from './species/feature.ts';
import { storyboard } from './storyboard/feature.ts';
import { tapTempo } from './tap-tempo/feature.ts';
import { templates } from './templates/feature.ts';
import { things } from './things/feature.ts';
import { transport } from './transport/feature.ts';
import { trash } from './trash/feature.ts';
import { universe } from './universe/feature.ts';

type KindsOf<F> = F extends { intents: infer H } ? keyof H : never;
type NamesOf<F, P extends 'panels' | 'dialogs'> = F extends Record<P, readonly { name: infer N }[]> ? N : never;

/** What features have added to `Intents`, `Panels` and `Dialogs`, and none of the list answers for. */
type Missing<F> = Exclude<IntentKind, KindsOf<F>> | Exclude<PanelName, NamesOf<F, 'panels'>> | Exclude<DialogName, NamesOf<F, 'dialogs'>>;

/** The list, where nothing is missing in it; else the compiler names what is. */
const complete = <const F extends readonly Feature[]>(list: [Missing<F[number]>] extends [never] ? F : { missing: Missing<F[number]> }) =>
  list as readonly Feature[];

/** Every feature of the client. The order is that of the tabs in the dock and of the sheet of shortcuts. */
export const features = complete([
  navigation,
  universe,
  transport,
  editing,
  sound,
  fullScreen,
  panels,
  parameters,
  things,
  mixer,
  species,
  hands,
  storyboard,
  tapTempo,
  sharing,
  recording,
  comments,
  members,
  history,
  keyboard,
  escape,
  gallery,
  favourites,
  templates,
  account,
  profiles,
  notifications,
  trash,
  clipboard,
]);
