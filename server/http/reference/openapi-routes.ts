import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Router } from 'express';
import { describeApi } from '../../../shared/api/contract/openapi.ts';
import { apiPrefix } from '../../../shared/api/contract/paths.ts';
import { apiPage } from './api-page.ts';

/** Serves the API reference as an OpenAPI document and as a page. */
export function createOpenApiRoutes(clientDirectory: string): Router {
  const router = Router({ caseSensitive: true, strict: true });
  const document = describeApi();
  router.get(`${apiPrefix}/openapi.json`, (_request, response) => void response.json(document));
  router.get('/api', async (_request, response) => {
    const links = await linksOf(join(clientDirectory, 'index.html'));
    response.set('Cache-Control', 'no-cache').type('html').send(apiPage(document, links));
  });
  return router;
}

/** Returns the links of the client's page to its styles and icon, whose names contain a hash; empty if the client is not built. */
async function linksOf(page: string): Promise<string> {
  const text = await readFile(page, 'utf8').catch(() => '');
  return (text.match(/<link rel="(?:stylesheet|icon)"[^>]*>/g) ?? []).join('\n');
}
