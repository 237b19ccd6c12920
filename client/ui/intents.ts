import type { RouteBody } from '../../shared/api/contract.ts';
import type { Preferences } from '../../shared/api/preferences.ts';
import type { Part } from '../../shared/simulation/note.ts';
import type { Edit } from '../../shared/universe/index.ts';
import type { Direction } from '../../shared/universe/undo/index.ts';
import type { AccountAct } from '../store/account.ts';
import type { HandsAct } from '../store/hands.ts';
import type { HistoryAct } from '../store/history.ts';
import type { LibraryAct } from '../store/library.ts';
import type { HeardNote, MutedCause } from '../store/listening.ts';
import type { NotificationAct } from '../store/notifications.ts';
import type { BinAct, PeopleAct } from '../store/people.ts';
import type { RecordRequest } from '../store/recording.ts';
import type { DialogName, PanelName } from '../store/store.ts';
import type { TalkAct } from '../store/talk.ts';
import type { TogetherAct } from '../store/together.ts';
import type { TemplateAct } from '../store/templates.ts';
import type { TimelineAct } from '../store/timeline.ts';
import type { PartMix } from '../common/part-mix.ts';
import type { Cover } from '../common/cover.ts';

/** Everything that a person can want from the interface. */
export type Intent =
  | { kind: 'edit'; edit: Edit }
  /** One's own last change, taken back or done again. */
  | { kind: 'reverse'; direction: Direction }
  | { kind: 'transport'; playing: boolean }
  | { kind: 'sound' }
  | { kind: 'navigate'; path: string }
  /** Of the lists of universes. */
  | { kind: 'library'; act: LibraryAct }
  | { kind: 'favourite'; id: string; isFavourite: boolean }
  | { kind: 'remix' }
  | { kind: 'share'; patch: RouteBody<'updateUniverse'> }
  | { kind: 'rename-me'; name: string }
  /** Of one's account. */
  | { kind: 'account'; act: AccountAct }
  | { kind: 'more-activity' }
  /** Of how one likes things to look, and of what one hears them on. */
  | { kind: 'preferences'; chosen: Partial<Preferences> }
  | { kind: 'look-for-outputs'; ask: boolean }
  /** Of somebody whom one looks at. */
  | { kind: 'more-of-person' }
  /** Of what one is told. */
  | { kind: 'notifications'; act: NotificationAct }
  | { kind: 'panel'; panel: PanelName | null }
  /** Of the people of the open universe, and of one's bin. */
  | { kind: 'people'; act: PeopleAct }
  | { kind: 'bin'; act: BinAct }
  /** Of what universes begin with. */
  | { kind: 'template'; act: TemplateAct }
  /** Of what is said of the open universe. */
  | { kind: 'talk'; act: TalkAct }
  /** Of the others who have it open. */
  | { kind: 'together'; act: TogetherAct }
  /** CSS pixels at the edges of the stage that the interface covers. */
  | { kind: 'cover'; cover: Cover }
  /** One's own balance of a part. */
  | { kind: 'mix'; part: Part; change: Partial<PartMix> }
  | { kind: 'mix-even' }
  | { kind: 'output'; deviceId: string }
  /** Leaves out, or no longer, what has this cause: for oneself. */
  | { kind: 'leave-out'; cause: MutedCause; isLeftOut: boolean }
  | { kind: 'choose-note'; heard: HeardNote | null }
  | { kind: 'dialog'; dialog: DialogName | null }
  | { kind: 'record'; request: RecordRequest }
  | { kind: 'cancel-recording' }
  /** Of keys, devices and other instruments. */
  | { kind: 'hands'; act: HandsAct }
  /** Of what became of the open universe. */
  | { kind: 'history'; act: HistoryAct }
  /** Of the storyboard of the open universe, and of those that it keeps. */
  | { kind: 'timeline'; act: TimelineAct }
  | { kind: 'fullscreen' }
  | { kind: 'select'; id: string | null }
  | { kind: 'move'; id: string; x: number; y: number }
  | { kind: 'copy'; text: string }
  | { kind: 'retry' }
  /** Loads the whole page again. */
  | { kind: 'reload' }
  | { kind: 'without-picture' };

/** The one event that leaves the interface; it bubbles through shadow roots to the app. */
export class IntentEvent extends CustomEvent<Intent> {
  static readonly type = 'hu-intent';
  constructor(intent: Intent) {
    super(IntentEvent.type, { detail: intent, bubbles: true, composed: true });
  }
}

export function want(from: EventTarget, intent: Intent): void {
  from.dispatchEvent(new IntentEvent(intent));
}

declare global {
  interface HTMLElementEventMap {
    'hu-intent': IntentEvent;
  }
}
