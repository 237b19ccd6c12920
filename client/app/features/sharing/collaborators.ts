import { isolate } from '../../../../shared/text/isolate.ts';
import type { RouteResponse } from '../../../../shared/api/contract/contract.ts';
import { callApi } from '../../../net/api-client.ts';
import type { CollaboratorAct, CollaboratorsView } from '../../../store/collaborators.ts';
import { invitationPath } from '../../../store/routes.ts';
import type { Store } from '../../../store/store.ts';
import { showToast } from '../../../store/toasts.ts';
import { say } from '../../../words/words.ts';
import { messageOf } from '../../page/actions.ts';
import { createUniverseTurns } from '../../page/turns.ts';

const turns = createUniverseTurns();

/** Performs an action on the collaborators of the open universe, after all earlier ones. */
export async function actOnCollaborators(store: Store, act: CollaboratorAct, home: () => void): Promise<void> {
  const id = store.universe.value?.id;
  if (id !== undefined) await turns(store, id, act, () => takeTurn(store, id, act, home));
}

async function takeTurn(store: Store, id: string, act: CollaboratorAct, home: () => void): Promise<void> {
  const show = (view: Partial<CollaboratorsView>) => {
    // The response may arrive when another universe is open.
    if (store.universe.value?.id === id) store.collaborators.value = { ...store.collaborators.value, ...view };
  };
  show({ pending: true });
  try {
    show(await perform(store, id, act, home));
  } catch (error) {
    showToast(store, 'error', messageOf(error));
  }
  show({ pending: false });
}

async function perform(store: Store, id: string, act: CollaboratorAct, home: () => void): Promise<Partial<CollaboratorsView>> {
  const params = { id };
  switch (act.kind) {
    case 'look':
      return look(id, store.universe.value?.role === 'owner');
    case 'role':
      return { access: await callApi('changeRole', { params: { id, userId: act.userId }, body: { role: act.role } }) };
    case 'remove':
      await callApi('removeCollaborator', { params: { id, userId: act.userId } });
      return look(id, true);
    case 'leave':
      await callApi('removeCollaborator', { params: { id, userId: store.me.value!.id } });
      showToast(store, 'info', say('You have left this universe.'));
      home();
      return {};
    case 'invite': {
      const { secret, ...invitation } = await callApi('invite', { params, body: { role: act.role, days: act.days, uses: act.uses } });
      return { ...(await look(id, true)), made: { path: invitationPath(secret), invitation } };
    }
    case 'take-back': {
      await callApi('withdrawInvitation', { params: { id, invitationId: act.invitationId } });
      const { made, invitations } = store.collaborators.value;
      const usedBy = invitations.find((invitation) => invitation.id === act.invitationId)?.usedBy ?? [];
      if (usedBy.length > 0) {
        const names = usedBy.map(({ displayName }) => isolate(displayName)).join(', ');
        showToast(store, 'info', say('The link is withdrawn. People who joined with it keep access: {names}.', { names }));
      }
      return { ...(await look(id, true)), made: made?.invitation.id === act.invitationId ? null : made };
    }
    case 'give': {
      const { isMine } = await callApi('transferUniverse', { params, body: { to: act.userId } });
      return { ...(await look(id, isMine)), made: null };
    }
  }
}

async function look(id: string, isOwner: boolean): Promise<Pick<CollaboratorsView, 'access' | 'invitations'>> {
  const none: RouteResponse<'listInvitations'> = { invitations: [] };
  const [access, { invitations }] = await Promise.all([
    callApi('listCollaborators', { params: { id } }),
    isOwner ? callApi('listInvitations', { params: { id } }) : none,
  ]);
  return { access, invitations };
}
