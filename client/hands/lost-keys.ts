/**
 * Calls `letGo` where keys of the computer are let go and no `keyup` says so: when the window or the tab is left, and while Cmd is down
 * on macOS, which tells of no other key that comes up under it.
 */
export function followLostKeys(
  page: EventTarget,
  tab: EventTarget & Pick<Document, 'hidden'>,
  letGo: () => void,
  signal: AbortSignal,
): void {
  const onMeta = (event: Event) => {
    const { key, metaKey } = event as KeyboardEvent;
    if (key === 'Meta' || metaKey) letGo();
  };
  for (const type of ['keydown', 'keyup']) page.addEventListener(type, onMeta, { signal, capture: true });
  page.addEventListener('blur', letGo, { signal });
  page.addEventListener('pagehide', letGo, { signal });
  tab.addEventListener('visibilitychange', () => tab.hidden && letGo(), { signal });
}
