import type { Router } from 'express';
import { groupOfPath } from '../../../shared/api/universes/parameter-schemas.ts';
import { groupValues } from '../../../shared/parameters/index.ts';
import { refuse } from '../../../shared/refusals/refuse.ts';
import type { Identity } from '../../auth/identity-contract.ts';
import type { DocumentService } from '../../services/documents/document-service.ts';
import { refuseLocked } from '../../services/documents/locks.ts';
import type { RunService } from '../../services/documents/run-service.ts';
import type { UniverseService } from '../../services/universes/universe-service.ts';
import { allowedIn } from '../requests/allowed.ts';
import { tagOf, wantedTags } from '../requests/entity-tags.ts';
import { addOpenRoute, addRoute } from '../requests/route.ts';

interface ParameterServices {
  universes: UniverseService;
  documents: DocumentService;
  runs: RunService;
}

/**
 * Adds the routes for the parameters of a universe, one group at a time. A change is an edit like any other: members in the room see it at
 * once.
 */
export function addParameterRoutes(router: Router, identity: Identity, { universes, documents, runs }: ParameterServices): void {
  const allowed = allowedIn(universes);

  addOpenRoute(router, 'getParameters', async ({ user, params, tag }) => {
    tag('content');
    const group = groupOfPath(params);
    const { universe } = await allowed(user, params.id, 'universe.read');
    return groupValues(group, (await documents.load(universe.id)).document.parameters);
  });

  addRoute(router, identity, 'updateParameters', async ({ user, params, body, request, tag }) => {
    tag('content');
    const group = groupOfPath(params);
    const { universe, locks } = await allowed(user, params.id, 'room.edit');
    const edit = { kind: 'parameters.set', values: body } as const;
    const locked = refuseLocked(edit, locks);
    if (locked) throw locked;
    const tags = wantedTags(request);
    const document = await runs.edit(universe.id, user.id, edit, ({ parameters }) =>
      tags === undefined || tags.includes(tagOf(groupValues(group, parameters))) ? null : refuse('changed-since'),
    );
    return groupValues(group, document.parameters);
  });
}
