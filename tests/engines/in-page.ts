// These functions run in the pages of other engines: each must be self-contained.

/**
 * Returns the middle of the first visible element that a selector finds, CSS pixels of the window; null if there is none.
 * `a >> b` is a `b` within an `a`. Each step of the selector enters open shadow roots. Scrolls the element into view.
 */
export function middleOf(selector: string): { x: number; y: number } | null {
  const everyOne = (root: ParentNode, step: string): Element[] => {
    const hosts = [...root.querySelectorAll('*')].flatMap(({ shadowRoot }) => shadowRoot ?? []);
    const own = root instanceof Element && root.shadowRoot ? [root.shadowRoot] : [];
    return [...root.querySelectorAll(step), ...[...own, ...hosts].flatMap((inner) => everyOne(inner, step))];
  };
  let found: ParentNode[] = [document];
  for (const step of selector.split(' >> ')) found = found.flatMap((root) => everyOne(root, step));
  for (const element of found as Element[]) {
    element.scrollIntoView({ block: 'nearest', inline: 'nearest', behavior: 'instant' });
    const { left, top, width, height } = element.getBoundingClientRect();
    if (width > 0 && height > 0) return { x: left + width / 2, y: top + height / 2 };
  }
  return null;
}
