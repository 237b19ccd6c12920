import { z } from 'zod';
import { asText } from '../../../shared/api/markup.ts';
import { isolate } from '../../../shared/text/isolate.ts';

/** A thumbnail for a link preview: its path on this server, and its size in pixels. */
const cardThumbnailSchema = z.object({ path: z.string(), width: z.int(), height: z.int() });
export type CardThumbnail = z.infer<typeof cardThumbnailSchema>;

/** The content of a link preview of a universe. */
export const pageCardSchema = z.object({
  id: z.string(),
  name: z.string(),
  description: z.string(),
  thumbnail: cardThumbnailSchema.nullable(),
});
export type PageCard = z.infer<typeof pageCardSchema>;

/** Adds the tags for link previews to the head of the page. page: the client's page; origin: of this server. */
export function withCard(page: string, { id, name, description, thumbnail }: PageCard, origin: string): string {
  const address = `${origin}/u/${encodeURIComponent(id)}`;
  const words = description || 'A universe where motion makes music, and music moves matter.';
  const properties: [string, string, string][] = [
    ['name', 'description', words],
    ['property', 'og:type', 'website'],
    ['property', 'og:site_name', 'Harmonic Universe'],
    ['property', 'og:title', name],
    ['property', 'og:description', words],
    ['property', 'og:url', address],
    ...(thumbnail === null ? [] : imageOf(thumbnail, origin)),
    ['name', 'twitter:card', thumbnail === null ? 'summary' : 'summary_large_image'],
    ['name', 'twitter:title', name],
    ['name', 'twitter:description', words],
    ...(thumbnail === null ? [] : [['name', 'twitter:image', origin + thumbnail.path] as [string, string, string]]),
  ];
  const discovery = `${origin}/oembed?${new URLSearchParams({ url: address, format: 'json' }).toString()}`;
  const head = [
    ...properties.map(([kind, key, content]) => `<meta ${kind}="${key}" content="${asText(content)}" />`),
    `<link rel="alternate" type="application/json+oembed" href="${asText(discovery)}" title="${asText(name)}" />`,
  ].join('\n    ');
  // Replaced by a function, since `$&` in a string would insert the match.
  return page
    .replace(/<meta name="description"[^>]*>\s*/, '')
    .replace(/<title>[^<]*<\/title>/, () => `<title>${asText(isolate(name))} · Harmonic Universe</title>`)
    .replace('</head>', () => `  ${head}\n  </head>`);
}

function imageOf({ path, width, height }: CardThumbnail, origin: string): [string, string, string][] {
  return [
    ['property', 'og:image', origin + path],
    ['property', 'og:image:width', String(width)],
    ['property', 'og:image:height', String(height)],
  ];
}
