import { Router } from 'express';
import { z } from 'zod';
import { embedCode, embedSize } from '../../../shared/api/contract/embed.ts';
import { universePathPattern } from '../../../shared/api/contract/pages.ts';
import { refuse } from '../../../shared/refusals/refuse.ts';
import { rule } from '../../../shared/refusals/rule.ts';
import type { OriginOf } from '../door/origin.ts';
import type { PageCards } from './page-cards.ts';
import type { CardThumbnail } from './page-tags.ts';
import { checked } from '../requests/route.ts';

const pixels = z
  .string()
  .regex(/^[1-9]\d{0,4}$/, rule('pixels-form'))
  .transform(Number)
  .optional();

const querySchema = z.strictObject({
  url: z.url().max(500),
  maxwidth: pixels,
  maxheight: pixels,
  /** XML is not supported; no known client requests it. */
  format: z.literal('json').optional(),
});

/** Serves oEmbed, by which other sites show a universe from its URL. @see https://oembed.com */
export function createEmbedRoutes(cards: PageCards, originOf: OriginOf): Router {
  const router = Router({ caseSensitive: true, strict: true });
  router.get('/oembed', async (request, response) => {
    const { url, maxwidth = Infinity, maxheight = Infinity } = checked(querySchema, request.query) as z.output<typeof querySchema>;
    const origin = originOf(request);
    const { host, pathname } = new URL(url);
    const id = host === new URL(origin).host ? universePathPattern.exec(pathname)?.[1] : undefined;
    const card = id === undefined ? null : await cards.signed(id, request);
    if (!card) throw refuse('no-universe');
    const size = { width: Math.min(embedSize.width, maxwidth), height: Math.min(embedSize.height, maxheight) };
    response.set('Cache-Control', 'no-cache').json({
      version: '1.0',
      type: 'rich',
      provider_name: 'Harmonic Universe',
      provider_url: `${origin}/`,
      title: card.name,
      author_name: card.authorName,
      ...(card.thumbnail === null ? {} : thumbnailOf(card.thumbnail, origin)),
      ...size,
      html: embedCode(origin, card, size),
    });
  });
  return router;
}

const thumbnailOf = ({ path, width, height }: CardThumbnail, origin: string) => ({
  thumbnail_url: origin + path,
  thumbnail_width: width,
  thumbnail_height: height,
});
