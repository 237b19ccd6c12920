/**
 * All intents of the interface by kind, with their data. Each feature adds its own, as elements add their tags to `HTMLElementTagNameMap`.
 * An intent that no feature handles does not compile: see `client/app/features/index.ts`.
 */
// oxlint-disable-next-line typescript/no-empty-interface, typescript/no-empty-object-type -- features add to it
export interface Intents {}

export type IntentKind = keyof Intents;
export type IntentOf<K extends IntentKind> = Readonly<{ kind: K }> & Readonly<Intents[K]>;
export type Intent = { [K in IntentKind]: IntentOf<K> }[IntentKind];

/** The only event that leaves the interface. It bubbles through shadow roots to the app. */
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
