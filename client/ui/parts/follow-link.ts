import { want } from '../intents.ts';

/** For `@click` of a link within the application: goes there without loading the page anew, unless it is to open elsewhere. */
export function followLink(event: MouseEvent): void {
  if (event.metaKey || event.ctrlKey || event.shiftKey) return;
  event.preventDefault();
  const link = event.currentTarget as HTMLAnchorElement;
  want(link, { kind: 'navigate', path: link.pathname });
}
