import { asText } from '../markup.ts';
import { embedPage } from './pages.ts';

/** Size of an embedded universe if none is asked for, in CSS pixels. */
export const embedSize = { width: 640, height: 400 } as const;

/** Path of the page of a universe that may be embedded in pages of other sites. */
export const embedPath = (id: string) => `/${embedPage}/${encodeURIComponent(id)}`;

/** Returns the markup with which a page of another site shows a universe. origin: of this server, without a slash at its end. */
export function embedCode(
  origin: string,
  { id, name }: { id: string; name: string },
  { width, height }: { width: number; height: number } = embedSize,
): string {
  const address = asText(origin + embedPath(id));
  const allowed = 'autoplay; fullscreen; cross-origin-isolated';
  return `<iframe src="${address}" title="${asText(name)}" width="${width}" height="${height}" style="border:0" allow="${allowed}" loading="lazy"></iframe>`;
}
