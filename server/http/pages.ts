import { existsSync } from 'node:fs';
import { join } from 'node:path';
import express, { Router } from 'express';
import expressStaticGzip from 'express-static-gzip';
import { thumbnailsPath } from './thumbnails.ts';

const yearSeconds = 365 * 24 * 60 * 60;
const daySeconds = 24 * 60 * 60;

/** Addresses of the application; any other gets the same page with status 404, on which it says so. */
const pagePaths = ['/', '/new/:template'];
/** Those of a universe, which has to be there for whoever asks. */
const universePaths = ['/u/:id', '/u/:id/watch'];

/** Whether a universe exists for whoever sends this cookie. */
type IsVisible = (universeId: string, cookie: string | undefined) => Promise<boolean>;

/** The built client: hashed files for ever, compressed where that was prepared, and the one page for every address. */
export function createPages(clientDirectory: string, thumbnailsDirectory: string, isVisible: IsVisible): Router {
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
  router.get(universePaths, async (request, response, next) => {
    const visible = await isVisible(String(request.params.id), request.headers.cookie);
    sendPage(visible ? 200 : 404)(request, response, next);
  });
  router.use(sendPage(404));
  return router;
}
