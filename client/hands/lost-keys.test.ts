import { expect, it } from 'vitest';
import { followLostKeys } from './lost-keys.ts';

it('releases keys without a keyup: at Cmd, and when the window or the tab loses focus', () => {
  const page = new EventTarget();
  const tab = Object.assign(new EventTarget(), { hidden: false });
  const stop = new AbortController();
  let count = 0;
  followLostKeys(page, tab, () => (count += 1), stop.signal);
  const key = (type: string, values: object) => page.dispatchEvent(Object.assign(new Event(type), values));
  const counted = (act: () => unknown) => {
    const before = count;
    act();
    return count - before;
  };
  expect(counted(() => key('keydown', { key: 'a', metaKey: false }))).toBe(0);
  expect(counted(() => key('keydown', { key: 'Meta', metaKey: true }))).toBe(1);
  expect(counted(() => key('keyup', { key: 'Meta', metaKey: false }))).toBe(1);
  expect(counted(() => page.dispatchEvent(new Event('blur')))).toBe(1);
  expect(counted(() => tab.dispatchEvent(new Event('visibilitychange')))).toBe(0);
  tab.hidden = true;
  expect(counted(() => tab.dispatchEvent(new Event('visibilitychange')))).toBe(1);
  stop.abort();
  expect(counted(() => page.dispatchEvent(new Event('blur')))).toBe(0);
});
