import { want } from '../intents.ts';

/** Handles `@click` of a link within the application: navigates without a page load, unless the link is to open elsewhere. */
export function followLink(event: MouseEvent): void {
  if (event.metaKey || event.ctrlKey || event.shiftKey) return;
  event.preventDefault();
  const link = event.currentTarget as HTMLAnchorElement;
  want(link, { kind: 'navigate', path: link.pathname });
}
