import { globSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect, it } from 'vitest';
import { createStore } from '../../store/store.ts';
import { isOpen, menuOf, panelsOf, shortcutsOf } from '../../ui/features.ts';
import type { Feature } from '../feature.ts';
import { features } from './index.ts';

const twice = (names: readonly string[]) => names.filter((name, index) => names.indexOf(name) !== index);
const keysOf = (map: object | undefined) => Object.keys(map ?? {});

it('lists every feature folder once, by its name', () => {
  const folders = readdirSync(import.meta.dirname, { withFileTypes: true }).filter((entry) => entry.isDirectory());
  expect(features.map(({ name }) => name).toSorted()).toEqual(folders.map(({ name }) => name).toSorted());
});

it('defines each intent, page, panel, dialog and key in one feature', () => {
  expect(twice(features.flatMap(({ intents }) => keysOf(intents)))).toEqual([]);
  expect(twice(features.flatMap(({ pages }) => keysOf(pages)))).toEqual([]);
  expect(twice(panelsOf(features).map(({ name }) => name))).toEqual([]);
  expect(twice(features.flatMap(({ dialogs = [] }) => dialogs.map(({ name }) => name)))).toEqual([]);
  expect(twice(shortcutsOf(features).flatMap(({ key, also }) => (also === undefined ? [key] : [key, also])))).toEqual([]);
});

it('handles the intent of every shortcut, open or closed', () => {
  const handled = new Set(features.flatMap(({ intents }) => keysOf(intents)));
  const store = createStore();
  for (const panel of [null, ...panelsOf(features).map(({ name }) => name)]) {
    store.panel.value = panel;
    for (const { key, intent } of shortcutsOf(features)) expect(handled, key).toContain(intent(store).kind);
  }
});

it('gives each entry of the menu a place of its own, and handles its intent', () => {
  const handled = new Set(features.flatMap(({ intents }) => keysOf(intents)));
  const entries = menuOf(features);
  const places = entries.map(({ order }) => order);
  expect(places).toEqual([...new Set(places)].toSorted((one, other) => one - other));
  for (const { label, intent } of entries) expect(handled, label).toContain(intent.kind);
});

it('renders elements that load with the page of the universe, or after its first picture', () => {
  const ui = join(import.meta.dirname, '../../ui');
  const sourcesOf = (name: string) => globSync(name, { cwd: ui }).map((path) => readFileSync(join(ui, path), 'utf8'));
  const later = globSync('**/elements.ts', { cwd: ui }).flatMap((list) =>
    [...readFileSync(join(ui, list), 'utf8').matchAll(/import '(.*)'/g)].flatMap(([, path]) => sourcesOf(join(dirname(list), path!))),
  );
  const early = sourcesOf('panels/parameter-panel.ts');
  const store = createStore();
  for (const { isEarly, name, panels = [], dialogs = [], layers = [] } of features as readonly Feature[]) {
    for (const { render } of [...panels, ...dialogs, ...layers]) {
      const tag = /<(hu-[\w-]+)/.exec(render(store, features).strings.join(''))?.[1];
      const named = (isEarly ? early : later).filter((source) => source.includes(`@customElement('${tag}')`));
      expect([name, tag, named.length]).toEqual([name, tag, 1]);
    }
  }
});

it('knows which features are open', () => {
  const store = createStore();
  expect(features.filter((feature) => isOpen(feature, store)).map(({ name }) => name)).toEqual(['parameters']);
  store.dialog.value = 'record';
  store.panel.value = 'mixer';
  store.storyboard.value = { ...store.storyboard.value, isOpen: true };
  expect(features.filter((feature) => isOpen(feature, store)).map(({ name }) => name)).toEqual(['mixer', 'storyboard', 'recording']);
});
