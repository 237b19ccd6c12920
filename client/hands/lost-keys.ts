/**
 * Calls `letGo` when computer keys may be released without a `keyup`: when the window or the tab loses focus, and while Cmd is down on
 * macOS, which reports no `keyup` of other keys then.
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
