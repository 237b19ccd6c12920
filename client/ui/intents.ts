/**
 * Everything that a user can want from the interface, by kind, with what belongs to it. Each feature adds its own intents, as elements add
 * their tags to `HTMLElementTagNameMap`; an intent that no feature handles does not compile: see `client/app/features/index.ts`.
 */
// oxlint-disable-next-line typescript/no-empty-interface, typescript/no-empty-object-type -- features add to it
export interface Intents {}

export type IntentKind = keyof Intents;
export type IntentOf<K extends IntentKind> = Readonly<{ kind: K }> & Readonly<Intents[K]>;
export type Intent = { [K in IntentKind]: IntentOf<K> }[IntentKind];

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
