import type { Router } from 'express';
import type { UniverseFile } from '../../../shared/api/universes/universe-schemas.ts';
import { contentDisposition, fileBase } from '../../../shared/text/file-name.ts';
import type { Identity } from '../../auth/identity-contract.ts';
import { authorize } from '../../auth/policy.ts';
import type { DocumentService } from '../../services/documents/document-service.ts';
import type { UniverseService } from '../../services/universes/universe-service.ts';
import { addOpenRoute, addRoute } from '../requests/route.ts';
import type { UniverseDetails } from './universe-details.ts';

interface FileServices {
  universes: UniverseService;
  documents: DocumentService;
  details: UniverseDetails;
}

/** Adds the routes for export and import of universes. */
export function addFileRoutes(router: Router, identity: Identity, { universes, documents, details }: FileServices): void {
  addRoute(router, identity, 'importUniverse', async ({ user, body }) =>
    details.of(await universes.createFromFile(user.id, body), user.id, 'owner'),
  );

  addOpenRoute(router, 'exportUniverse', async ({ user, params, response }): Promise<UniverseFile> => {
    const universe = await universes.get(params.id!);
    authorize(user?.id ?? null, universe, 'universe.export');
    const { name, description, tags, putForward } = universe;
    const { document } = await documents.load(universe.id);
    response.set('Content-Disposition', contentDisposition(`${fileBase(name)}.universe.json`, 'universe.json'));
    return { format: 'harmonic-universe', version: 1, exportedAt: new Date().toISOString(), name, description, tags, document, putForward };
  });
}
