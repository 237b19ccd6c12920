import type { UniverseDetail } from '../../../shared/api/contract/contract.ts';
import type { Role } from '../../auth/policy.ts';
import type { CommentService } from '../../services/feedback/comment-service.ts';
import type { DocumentService } from '../../services/documents/document-service.ts';
import type { ListService } from '../../services/lists/list-service.ts';
import type { Universe, UniverseService } from '../../services/universes/universe-service.ts';
import { lineageOf } from './lineage.ts';
import { summaryOf } from '../lists/summaries.ts';

export type UniverseDetails = ReturnType<typeof createUniverseDetails>;

interface DetailServices {
  universes: UniverseService;
  documents: DocumentService;
  lists: ListService;
  comments: CommentService;
}

/** Creates the function that builds the full API form of a universe. */
export function createUniverseDetails(services: DetailServices) {
  const { documents, lists, comments } = services;
  return {
    async of(universe: Universe, userId: string | undefined, role: Role): Promise<UniverseDetail> {
      return {
        ...summaryOf(await lists.describe(universe, userId), userId),
        role: role as UniverseDetail['role'],
        forkedFrom: await lineageOf(universe, userId, services),
        putForward: universe.putForward,
        document: (await documents.load(universe.id)).document,
        openThreads: (await comments.countsOf(universe.id)).openThreads,
      };
    },
  };
}
