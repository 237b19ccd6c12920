import type { RouteName } from '../../shared/api/contract/contract.ts';
import { invitationLimits, storyboardLimits } from '../../shared/api/universes/universe.ts';
import { thumbnailJpeg } from './thumbnail-jpeg.ts';
import {
  onOwn,
  asGuest,
  asMember,
  asStranger,
  withStoryboard,
  withMoment,
  withVersion,
  withCollaborator,
  onOthers,
  withThread,
  withNote,
  withReply,
  withDeleted,
  thenFull,
  withBody,
  templateBody,
  onOwnTemplate,
  type Scenario,
} from './asks.ts';
import { accountScenarios } from './account-scenarios.ts';
import { story } from './world.ts';

/** Each route with a valid request, and with requests that fail for reasons of its own. */
export const scenarios: Readonly<Record<RouteName, Scenario>> = {
  ...accountScenarios,
  listTemplates: { done: asStranger() },
  createTemplate: {
    done: async (world) => {
      const { id: universeId } = await world.owned({ templateId: 'pulsar' });
      return { by: await world.guest(), body: { ...templateBody, universeId, isPublic: true, putForward: ['tempo', 'gravity'] } };
    },
    refused: {
      'not-found': asGuest({ ...templateBody, universeId: 'nowhere' }),
      conflict: async (world) => {
        const { by, id: universeId } = await world.owned();
        await world.fillWithTemplates(await world.idOf(by));
        return { by, body: { ...templateBody, universeId } };
      },
    },
  },
  getTemplate: { done: onOwnTemplate() },
  updateTemplate: { done: onOwnTemplate({ body: { name: 'Better', putForward: ['tempo'], parameters: { tempo: 90 } } }) },
  deleteTemplate: { done: onOwnTemplate() },
  listUniverses: {
    done: async (world) => {
      const { by, id } = await world.owned();
      await world.call(by, 'updateUniverse', { id }, { tags: ['found'] });
      return { by: world.stranger(), query: '?tag=found&tag=found&limit=3&tempoMin=60' };
    },
  },
  addFavourite: { done: onOwn() },
  removeFavourite: { done: onOwn() },
  createUniverse: { done: asGuest({ templateId: 'pulsar' }), refused: { 'not-found': asGuest({ forkOf: 'nowhere' }) } },
  importUniverse: {
    done: async (world) => {
      const { by, id } = await world.owned({ templateId: 'living-garden' });
      return { by, body: await world.call(by, 'exportUniverse', { id }) };
    },
  },
  exportUniverse: { done: onOwn() },
  getUniverse: { done: onOwn() },
  updateUniverse: { done: onOwn(async () => ({ body: { description: 'Slow.', tags: ['slow'] } })) },
  getThumbnail: { done: onOwn(async (world, { by, id }) => (await world.call(by, 'putThumbnail', { id }, thumbnailJpeg()), {})) },
  putThumbnail: { done: onOwn(async () => ({ body: thumbnailJpeg() })) },
  getParameters: { done: onOwn(async () => ({ params: { group: 'physics' } })) },
  updateParameters: { done: onOwn(async () => ({ params: { group: 'physics' }, body: { gravity: 3 } })) },
  deleteUniverse: { done: onOwn() },
  restoreUniverse: {
    done: async (world) => {
      const { by, id } = await world.owned();
      await world.call(by, 'deleteUniverse', { id });
      return { by, params: { id } };
    },
  },
  transferUniverse: {
    done: onOwn(async (world, { by, id }) => ({ body: { to: await world.bring(by, id, (await world.member()).visitor, 'editor') } })),
    refused: {
      conflict: onOwn(async (world, { by, id }) => ({ body: { to: await world.bring(by, id, await world.guest(), 'editor') } })),
    },
  },
  listLeftBehind: { done: asGuest(), refused: { 'not-allowed': asStranger() } },
  listHeirs: { done: asGuest(), refused: { 'not-allowed': asStranger() } },
  listTrash: { done: asGuest(), refused: { 'not-allowed': asStranger() } },
  listCollaborators: { done: onOwn(async (world, { by, id }) => (await world.bring(by, id, await world.guest(), 'viewer'), {})) },
  changeRole: { done: onOwn(async (...given) => ({ ...(await withCollaborator(...given)), body: { role: 'editor' } })) },
  removeCollaborator: { done: onOwn(withCollaborator) },
  listInvitations: {
    done: onOwn(async (world, { by, id }) => (await world.invitation(by, id), {})),
    refused: { 'not-allowed': async (world) => ({ by: await world.guest(), params: { id: (await world.owned()).id } }) },
  },
  invite: {
    done: onOwn(async () => ({ body: { role: 'viewer', days: 1 } })),
    refused: {
      conflict: onOwn(async (world, { by, id }) => {
        for (let open = 0; open < invitationLimits.open.max; open += 1) await world.invitation(by, id);
        return { body: { role: 'viewer', days: 1 } };
      }),
    },
  },
  withdrawInvitation: {
    done: onOwn(async (world, { by, id }) => ({ params: { invitationId: (await world.invitation(by, id)).id } })),
  },
  acceptInvitation: {
    done: async (world) => {
      const { by, id } = await world.owned();
      return { by: await world.guest(), body: { secret: (await world.invitation(by, id)).secret } };
    },
    refused: {
      'not-found': asGuest({ secret: 'never' }),
      conflict: async (world) => {
        const { by, id } = await world.owned();
        const { secret } = await world.invitation(by, id);
        await world.fill(id);
        return { by: await world.guest(), body: { secret } };
      },
    },
  },
  listComments: { done: onOwn(async (...given) => (await withReply(...given), { query: '?threads=open' })) },
  writeComment: {
    done: onOwn(async () => ({ body: { text: 'Here.', tick: 60, storySeconds: 1.5, place: { x: 1, y: 2, z: 3 } } })),
    refused: {
      conflict: onOwn(
        withBody(
          thenFull(async () => ({})),
          { text: 'One more.' },
        ),
      ),
    },
  },
  replyToComment: {
    done: onOwn(withBody(withThread, { text: 'So it is.' })),
    refused: { conflict: onOwn(withBody(withReply, { text: 'To a reply.' })) },
  },
  editComment: { done: onOwn(withBody(withThread, { text: 'Better.' })) },
  deleteComment: { done: onOwn(withThread) },
  restoreComment: { done: onOwn(withDeleted), refused: { conflict: onOwn(thenFull(withDeleted)) } },
  resolveComment: {
    done: onOwn(withBody(withThread, { isResolved: true })),
    refused: { conflict: onOwn(withBody(withReply, { isResolved: true })) },
  },
  getNote: {
    done: onOwn(withNote),
    refused: { 'not-allowed': async (world) => ({ by: world.stranger(), params: { id: (await world.owned()).id } }) },
  },
  writeNote: { done: onOwn(async () => ({ body: { text: 'To be tried.' } })) },
  deleteNote: { done: onOwn(withNote) },
  listReviews: { done: onOwn(async (world, { id }) => (await world.call(await world.guest(), 'writeReview', { id }, { stars: 4 }), {})) },
  writeReview: { done: onOthers({ body: { stars: 5, text: 'Lovely.' } }) },
  deleteReview: { done: onOthers() },
  listHistory: { done: onOwn(async (...given) => (await withMoment(...given), {})) },
  listVersions: { done: onOwn(async (...given) => (await withVersion(...given), {})) },
  restoreHistoryEntry: { done: onOwn(async (...given) => (await withMoment(...given), { params: { sequence: '0' } })) },
  nameVersion: {
    done: onOwn(withBody(withMoment, { name: 'Better' })),
    refused: {
      conflict: onOwn(async (world, { by, id }) => {
        await world.nameAll(id);
        return { ...(await withMoment(world, { by, id })), body: { name: 'One more' } };
      }),
    },
  },
  unnameVersion: { done: onOwn(withVersion) },
  listStoryboards: { done: onOwn(async (...given) => (await withStoryboard(...given), {})) },
  saveStoryboard: {
    done: onOwn(async () => ({ body: { content: story } })),
    refused: {
      conflict: onOwn(async (world, { by, id }) => {
        for (let kept = 0; kept < storyboardLimits.kept.max; kept += 1) await world.storyboard(by, id);
        return { body: { content: story } };
      }),
    },
  },
  getStoryboard: { done: onOwn(withStoryboard) },
  updateStoryboard: {
    done: onOwn(async (...given) => ({ ...(await withStoryboard(...given)), body: { content: story, basedOn: 1 } })),
    refused: { conflict: onOwn(async (...given) => ({ ...(await withStoryboard(...given)), body: { content: story, basedOn: 2 } })) },
  },
  deleteStoryboard: { done: onOwn(withStoryboard) },
  duplicateStoryboard: {
    done: onOwn(withStoryboard),
    refused: {
      conflict: onOwn(async (world, { by, id }) => {
        for (let kept = 1; kept < storyboardLimits.kept.max; kept += 1) await world.storyboard(by, id);
        return withStoryboard(world, { by, id });
      }),
    },
  },
  listStoryboardVersions: { done: onOwn(withStoryboard) },
  restoreStoryboardVersion: {
    done: onOwn(async (...given) => {
      const { params } = await withStoryboard(...given);
      return { params: { ...params!, version: '1' } };
    }),
  },
  getServerStatus: { done: async (world) => ({ by: await world.administrator() }), refused: { 'not-allowed': asMember() } },
  sendClientReport: { done: asStranger({ firstFrameMs: 900, underruns: 2 }) },
};
