import type { Part } from '../../shared/simulation/note.ts';
import type { Edit } from '../../shared/universe/index.ts';
import type { HandsAct } from '../store/hands.ts';
import type { HeardNote, MutedCause, PartMix } from '../store/listening.ts';
import type { RecordRequest } from '../store/recording.ts';
import type { DialogName, PanelName } from '../store/store.ts';
import type { Cover } from './parts/cover.ts';

/** Everything that a person can want from the interface. */
export type Intent =
  | { kind: 'edit'; edit: Edit }
  /** A hand is on this control, or on none. */
  | { kind: 'touch'; key: string }
  | { kind: 'transport'; playing: boolean }
  | { kind: 'sound' }
  | { kind: 'navigate'; path: string }
  | { kind: 'remix' }
  | { kind: 'share'; patch: { isPublic?: boolean; linkRole?: 'editor' | 'viewer'; name?: string } }
  | { kind: 'rename-me'; name: string }
  | { kind: 'panel'; panel: PanelName | null }
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
  | { kind: 'fullscreen' }
  | { kind: 'select'; id: string | null }
  | { kind: 'move'; id: string; x: number; y: number }
  | { kind: 'copy'; text: string }
  | { kind: 'retry' };

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
