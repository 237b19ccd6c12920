import type { nothing, TemplateResult } from 'lit';
import type { DialogName, PanelName } from '../store/panels.ts';
import type { Store } from '../store/store.ts';
import type { Sentence } from '../words/sentences.ts';
import type { Intent } from './intents.ts';
import type { IconName } from './parts/icon.ts';

/** Renders a part of a feature. What all features offer is there for the few that show it, as the list of the shortcuts. */
type Render = (store: Store, features: Features) => TemplateResult;

/** A panel beside the stage. */
export interface Panel {
  readonly name: PanelName;
  readonly title: Sentence;
  /** The colour of its accent: `--hue-…` of the tokens. */
  readonly hue: 'physics' | 'music' | 'audio' | 'visualization' | 'coupling' | 'history';
  /** Its tab in the dock, which also gives it the next digit as a shortcut; a panel without is opened from elsewhere. */
  readonly tab?: { readonly icon: IconName; readonly label?: Sentence };
  /** Without controls that the foot of the frame would explain. */
  readonly isFootless?: boolean;
  readonly render: Render;
}

export interface Dialog {
  readonly name: DialogName;
  readonly render: Render;
}

/** A part of the universe page beside the panels: over the scene beneath the bar at the top, over that bar, or above the transport. */
export interface Layer {
  readonly place: 'scene' | 'top' | 'bar';
  /** Absent: always. */
  readonly isShown?: (store: Store) => boolean;
  readonly render: Render;
}

/** A key, its line in the sheet, and its intent. */
export interface Shortcut {
  readonly key: string;
  /** Another key that does the same. */
  readonly also?: string;
  /** The words on the key, in English. */
  readonly cap: string;
  readonly does: Sentence;
  /** Its intent, given what is shown. */
  readonly intent: (store: Store) => Intent;
  /** It also works in a field that holds nothing which has not been sent. */
  readonly worksInSettledFields?: boolean;
  /** It works in every field, which it leaves first; what the browser does with it is left to the browser. */
  readonly leavesFields?: boolean;
}

/** The half of a feature that the interface knows: what it shows, and the keys that it listens to. */
export interface UiFeature {
  readonly panels?: readonly Panel[];
  readonly dialogs?: readonly Dialog[];
  readonly layers?: readonly Layer[];
  readonly shortcuts?: readonly Shortcut[];
  /** Its elements come with the page of the universe. Those of other features, named by `elements.ts`, come behind the first picture. */
  readonly isEarly?: boolean;
}

export type Features = readonly UiFeature[];

export const panelsOf = (features: Features): Panel[] => features.flatMap(({ panels = [] }) => panels);

/** The panels of the dock, in the order of their digits. */
export const tabsOf = (features: Features): (Panel & Required<Pick<Panel, 'tab'>>)[] =>
  panelsOf(features).flatMap((panel) => (panel.tab ? [{ ...panel, tab: panel.tab }] : []));

/** The intent that opens a panel, or closes it where it is open. */
export const togglePanel = (store: Store, name: PanelName): Intent => ({
  kind: 'panel',
  panel: store.panel.value === name ? null : name,
});

/** All shortcuts in the order of the features: the digits of its tabs first, then those that a feature names. */
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

/** Whether anything of a feature is open that is not always shown. */
export function isOpen({ panels = [], dialogs = [], layers = [] }: UiFeature, store: Store): boolean {
  return (
    panels.some(({ name }) => name === store.panel.value) ||
    dialogs.some(({ name }) => name === store.dialog.value) ||
    layers.some(({ isShown }) => isShown?.(store))
  );
}

/** The layers of a place that are shown, rendered. */
export const renderLayers = (features: Features, place: Layer['place'], store: Store): (TemplateResult | typeof nothing)[] =>
  features.flatMap(({ layers = [] }) =>
    layers.filter((layer) => layer.place === place && (layer.isShown?.(store) ?? true)).map(({ render }) => render(store, features)),
  );
