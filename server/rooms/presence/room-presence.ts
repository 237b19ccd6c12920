import { crowdSize } from '../../../shared/room/rates.ts';
import { createChat } from './chat.ts';
import { createCursorRelay } from './cursor-relay.ts';
import { createPaceKeeper } from './pace-keeper.ts';
import { createPresenting } from './presenting.ts';
import { createRoster } from './roster.ts';
import type { Venue } from './venue.ts';
import type { RoomPresence } from './room-presence-contract.ts';

export function createRoomPresence(venue: Venue): RoomPresence {
  const roster = createRoster(venue);
  const welcomed = function* () {
    for (const client of venue.clients) if (client.userData?.welcomed) yield client;
  };
  const cursors = createCursorRelay(
    () => [...venue.clients].length > crowdSize,
    (audience, places) => {
      for (const client of welcomed()) {
        if ((client.auth!.role === 'spectator') === (audience === 'spectators')) client.send('cursors', { places });
      }
    },
  );

  const chat = createChat({
    said(line) {
      for (const client of welcomed()) client.send('chat', { lines: [line], isAll: false });
    },
    reacted(counts) {
      for (const client of welcomed()) client.send('reactions', { counts });
    },
  });

  const presenting = createPresenting(venue, welcomed);

  /** Ends following, cursor and presentation of a member, and the following of that member. */
  const forget = (memberId: string) => {
    if (venue.state.presenterId === memberId) presenting.present('');
    cursors.forget(memberId);
    for (const member of venue.state.members.values()) {
      if (member.id === memberId || member.following === memberId) member.following = '';
    }
  };

  return {
    ...roster,
    cursors,
    chat,
    paces: createPaceKeeper(() => performance.now()),

    greet(client) {
      client.send('chat', { lines: [...chat.lines], isAll: true });
      presenting.greet(client);
      if (Object.keys(cursors.places).length > 0) client.send('cursors', { places: { ...cursors.places } });
    },

    show: presenting.show,
    present: presenting.present,

    drop(memberId) {
      venue.state.members.get(memberId)?.assign({ connected: false, editing: '' });
      forget(memberId);
    },

    leave(memberId) {
      roster.remove(memberId);
      forget(memberId);
    },

    isSeenOff: (userId) => venue.seenOff.has(venue.universeId, userId),

    rule({ locks, spectatorsWrite }) {
      if ([...venue.state.locks].join() !== locks.join()) {
        venue.state.locks.clear();
        venue.state.locks.push(...locks);
      }
      venue.state.spectatorsWrite = spectatorsWrite;
    },

    dispose() {
      cursors.dispose();
      chat.dispose();
      presenting.clear();
    },
  };
}
