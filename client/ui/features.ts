import type { nothing, TemplateResult } from 'lit';
import type { DialogName, PanelName } from '../store/panels.ts';
import type { Store } from '../store/store.ts';
import type { Sentence } from '../words/sentences.ts';
import type { Intent } from './intents.ts';
import type { IconName } from './parts/icon.ts';
import type { LaterIconName } from './parts/more-icons.ts';

/** Renders a part of a feature. All features are passed for the few parts that list them, such as the shortcuts. */
type Render = (store: Store, features: Features) => TemplateResult;

/** A panel beside the stage. */
export interface Panel {
  readonly name: PanelName;
  readonly title: Sentence;
  /** The accent colour: `--hue-…` of the tokens. */
  readonly hue: 'physics' | 'music' | 'audio' | 'visualization' | 'coupling' | 'history';
  /** Its tab in the dock, which also gives it the next digit as a shortcut. A panel without a tab is opened from elsewhere. */
  readonly tab?: { readonly icon: IconName; readonly label?: Sentence };
  /** True if the panel has no controls that the footer would explain. */
  readonly isFootless?: boolean;
  readonly render: Render;
}

export interface Dialog {
  readonly name: DialogName;
  readonly render: Render;
}

/** A part of the universe page beside the panels. The page places it: a new one needs no style there. */
export interface Layer {
  /**
   * Over the scene and below the top bar; over the top bar too, where it lets the pointer through; or a strip above the transport, to which
   * the first feature's strip is nearest. The element of a strip that is to be wider than 600 px sets `--strip-width` on its host.
   */
  readonly place: 'scene' | 'over' | 'strip';
  /** Always shown if absent. */
  readonly isShown?: (store: Store) => boolean;
  readonly render: Render;
}

/** An entry of the menu at the end of the top bar, on screens whose bars lack room for it. An entry that navigates is a link. */
export interface MenuEntry {
  /** Entries are in ascending order, from whichever features they come. */
  readonly order: number;
  readonly icon: IconName | LaterIconName;
  /** May name the sense of a word, as `Word (sense)`. */
  readonly label: Sentence;
  /** The only bars that lack room for it: all if absent. */
  readonly bars?: 'up-to-400px' | 'narrow' | 'low' | 'tablet';
  /** Always shown if absent. */
  readonly isShown?: (store: Store) => boolean;
  readonly intent: Intent;
  /** What is unread behind it, and the label for that number as `{unread}`. The menu's button has the sum. */
  readonly unread?: { readonly label: Sentence; readonly count: (store: Store) => number };
}

/** A key, its line in the list of shortcuts, and its intent. */
export interface Shortcut {
  readonly key: string;
  /** Another key with the same intent. */
  readonly also?: string;
  /** The label of the key, in English. */
  readonly cap: string;
  readonly does: Sentence;
  /** Returns its intent in the present state. */
  readonly intent: (store: Store) => Intent;
  /** Also works in a field without unsent text. */
  readonly worksInSettledFields?: boolean;
  /** Works in every field, and leaves the field first. The browser's own action is not prevented. */
  readonly leavesFields?: boolean;
}

/** The interface's part of a feature: what it shows, and its shortcuts. */
export interface UiFeature {
  readonly panels?: readonly Panel[];
  readonly dialogs?: readonly Dialog[];
  readonly layers?: readonly Layer[];
  readonly menu?: readonly MenuEntry[];
  readonly shortcuts?: readonly Shortcut[];
  /** Loads its elements with the page of the universe. Those in the `elements.ts` of other features are loaded after the first picture. */
  readonly isEarly?: boolean;
}

export type Features = readonly UiFeature[];

export const panelsOf = (features: Features): Panel[] => features.flatMap(({ panels = [] }) => panels);

/** Returns the panels of the dock, in the order of their digits. */
export const tabsOf = (features: Features): (Panel & Required<Pick<Panel, 'tab'>>)[] =>
  panelsOf(features).flatMap((panel) => (panel.tab ? [{ ...panel, tab: panel.tab }] : []));

export const menuOf = (features: Features): MenuEntry[] =>
  features.flatMap(({ menu = [] }) => menu).toSorted((one, other) => one.order - other.order);

/** Returns the intent that opens a panel, or closes it if it is open. */
export const togglePanel = (store: Store, name: PanelName): Intent => ({
  kind: 'panel',
  panel: store.panel.value === name ? null : name,
});

/** Returns all shortcuts in the order of the features: for each, the digits of its tabs, then the shortcuts that it names. */
export function shortcutsOf(features: Features): Shortcut[] {
  let digit = 0;
  return features.flatMap(({ panels = [], shortcuts = [] }) => {
    const ofTabs = panels
      .filter(({ tab }) => tab !== undefined)
      .map(({ name, title }): Shortcut => {
        digit += 1;
        return { key: String(digit), cap: String(digit), does: title, intent: (store) => togglePanel(store, name) };
      });
    return [...ofTabs, ...shortcuts];
  });
}

/** Returns true if a part of a feature is open that is not always shown. */
export function isOpen({ panels = [], dialogs = [], layers = [] }: UiFeature, store: Store): boolean {
  return (
    panels.some(({ name }) => name === store.panel.value) ||
    dialogs.some(({ name }) => name === store.dialog.value) ||
    layers.some(({ isShown }) => isShown?.(store))
  );
}

/** Renders the visible layers of a place. */
export const renderLayers = (features: Features, place: Layer['place'], store: Store): (TemplateResult | typeof nothing)[] =>
  features.flatMap(({ layers = [] }) =>
    layers.filter((layer) => layer.place === place && (layer.isShown?.(store) ?? true)).map(({ render }) => render(store, features)),
  );
