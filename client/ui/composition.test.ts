import { expect, it } from 'vitest';
import { keepComposition } from './composition.ts';

it('keeps the keys of input methods from listeners, and no others', () => {
  const page = new EventTarget();
  keepComposition(page);
  const heard: unknown[] = [];
  for (const capture of [true, false]) page.addEventListener('keydown', (event) => heard.push((event as KeyboardEvent).key), { capture });
  const press = (key: string, more: object) =>
    page.dispatchEvent(Object.assign(new Event('keydown'), { key, isComposing: false, keyCode: 0 }, more));
  press('Enter', { isComposing: true });
  press('Escape', { isComposing: true });
  press('Process', { keyCode: 229 });
  // WebKit confirms the word before it reports the key.
  press('Enter', { keyCode: 229 });
  expect(heard).toEqual([]);
  press('Enter', { keyCode: 13 });
  expect(heard).toEqual(['Enter', 'Enter']);
});
