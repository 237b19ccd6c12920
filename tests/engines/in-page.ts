// These run in the pages of other engines: each of them has to be whole by itself.

/**
 * Middle of the first element that a selector finds, CSS pixels of the window; null where there is none, or nothing of it is seen.
 * `a >> b` is a `b` within an `a`. Each step of the selector goes through open shadow roots. The element is brought into sight.
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
