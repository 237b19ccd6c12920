import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import express, { Router } from 'express';
import expressStaticGzip from 'express-static-gzip';
import {
  accountPages,
  adminPage,
  embedPage,
  invitePage,
  profilePage,
  providerPage,
  templatesPage,
} from '../../../shared/api/contract/pages.ts';
import type { OriginOf } from '../door/origin.ts';
import type { PageCards } from './page-cards.ts';
import { type PageCard, withCard } from './page-tags.ts';
import { framedHeaders } from '../door/security.ts';
import { thumbnailsPath } from '../templates/thumbnails.ts';

const yearSeconds = 365 * 24 * 60 * 60;
const daySeconds = 24 * 60 * 60;

/** Paths of the application. Any other path gets the same page with status 404, and the page shows the error. */
const pagePaths = [
  '/',
  '/new',
  '/new/:template',
  `/${providerPage}/:provider`,
  ...[...accountPages, adminPage, invitePage].map((page) => `/${page}`),
];
/** Paths of a universe, which must be visible to the caller. */
const universePaths = ['/u/:id', '/u/:id/watch'];

/** Tells whether the subject of a page exists for the sender of a cookie. */
interface Visibility {
  isVisible(universeId: string, cookie: string | undefined): Promise<boolean>;
  isKnown(userId: string): Promise<boolean>;
  /** Returns whether the sender of this cookie may edit the template. */
  isEditable(templateId: string, cookie: string | undefined): Promise<boolean>;
}

interface PageOptions extends Visibility {
  clientDirectory: string;
  thumbnailsDirectory: string;
  cards: PageCards;
  originOf: OriginOf;
}

/** Serves the built client: hashed files cached for ever, precompressed files, and one page for every path. */
export function createPages({
  clientDirectory,
  thumbnailsDirectory,
  isVisible,
  isKnown,
  isEditable,
  cards,
  originOf,
}: PageOptions): Router {
  const router = Router();
  const page = join(clientDirectory, 'index.html');
  router.use(thumbnailsPath, express.static(thumbnailsDirectory, { index: false, maxAge: daySeconds * 1000 }));
  router.use(
    expressStaticGzip(clientDirectory, {
      index: false,
      enableBrotli: true,
      orderPreference: ['br', 'gz'],
      serveStatic: {
        index: false,
        setHeaders(response, path) {
          const hashed = /[/\\]assets[/\\].*-[\w-]{8}\.\w+(\.\w+)*$/.test(path);
          response.setHeader('Cache-Control', hashed ? `public, max-age=${yearSeconds}, immutable` : 'no-cache');
        },
      },
    }),
  );
  const sendPage =
    (status: number): express.RequestHandler =>
    (request, response, next) => {
      if (request.method !== 'GET' && request.method !== 'HEAD') return next();
      if (!existsSync(page)) {
        response.status(503).type('text/plain').send('The client is not built yet. Run: npm run build\n');
        return;
      }
      response.status(status).set('Cache-Control', 'no-cache').sendFile(page);
    };
  router.get(pagePaths, sendPage(200));
  const sendCard = async (card: PageCard, request: express.Request, response: express.Response) => {
    const markup = withCard(await readFile(page, 'utf8'), card, originOf(request));
    response.set('Cache-Control', 'no-cache').type('html').send(markup);
  };
  router.get(universePaths, async (request, response, next) => {
    const id = String(request.params.id);
    const card = await cards.of(id, request);
    if (card && existsSync(page)) return sendCard(card, request, response);
    const visible = card !== null || (await isVisible(id, request.headers.cookie));
    sendPage(visible ? 200 : 404)(request, response, next);
  });
  router.get(`/${embedPage}/:id`, framedHeaders(), async (request, response, next) => {
    sendPage((await cards.of(String(request.params.id), request)) ? 200 : 404)(request, response, next);
  });
  router.get(`/${profilePage}/:id`, async (request, response, next) => {
    sendPage((await isKnown(request.params.id)) ? 200 : 404)(request, response, next);
  });
  router.get(`/${templatesPage}/:id/edit`, async (request, response, next) => {
    sendPage((await isEditable(request.params.id, request.headers.cookie)) ? 200 : 404)(request, response, next);
  });
  router.use(sendPage(404));
  return router;
}
