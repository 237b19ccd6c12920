import { createStageView } from './stage-view.ts';
import type { PresenceClient, Venue } from './venue.ts';
import type { RoomPresence } from './room-presence-contract.ts';

type Presenting = Pick<RoomPresence, 'show' | 'present'> & {
  /** Sends a new spectator the view that is presented. */
  greet(client: PresenceClient): void;
  clear(): void;
};

/** Sends the views of members to their followers, and the presenter's view to the spectators. */
export function createPresenting(venue: Venue, welcomed: () => Iterable<PresenceClient>): Presenting {
  const stageView = createStageView((view) => {
    for (const client of welcomed()) if (client.auth!.role === 'spectator') client.send('view', view);
  });
  return {
    show(memberId, view) {
      const { members, presenterId } = venue.state;
      if (memberId === presenterId) stageView.show({ memberId, view });
      for (const client of welcomed()) {
        if (members.get(client.userData!.memberId)?.following === memberId) client.send('view', { memberId, view });
      }
    },
    present(memberId) {
      stageView.clear();
      venue.state.presenterId = memberId;
    },
    greet(client) {
      if (client.auth!.role === 'spectator' && stageView.last) client.send('view', stageView.last);
    },
    clear: stageView.clear,
  };
}
