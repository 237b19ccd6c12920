import type { ClientMessageName } from '../../shared/room/names.ts';
import type { Action } from '../auth/policy.ts';

/** Every message to a room, with the action that it requires. */
export const messageSurfaces: Readonly<Record<ClientMessageName, { action: Action; payload: unknown; done?: string }>> = {
  edit: { action: 'room.edit', payload: { clientId: 'client-one', clientSequence: 1, edit: { kind: 'restart' } } },
  transport: { action: 'room.transport', payload: { playing: true } },
  cursor: { action: 'room.point', payload: { x: 0, y: 0, z: 0, visible: true, editing: '' } },
  profile: { action: 'room.rename', payload: { name: 'Somebody' } },
  hash: { action: 'room.join', payload: { tick: 0, hash: '0123456789abcdef' } },
  resync: { action: 'room.join', payload: {} },
  log: { action: 'room.join', payload: {} },
  ping: { action: 'room.join', payload: { sentAt: 0, needMs: 60 } },
  attend: { action: 'room.attend', payload: { attention: 'here', selected: '' } },
  follow: { action: 'room.follow', payload: { memberId: '' } },
  chat: { action: 'room.chat', payload: { text: 'Hello' } },
  react: { action: 'room.react', payload: { reaction: 'fire' } },
  hand: { action: 'room.react', payload: { memberId: '', isRaised: true } },
  mute: { action: 'room.moderate', payload: { memberId: 'nobody', isMuted: true }, done: 'not-found' },
  kick: { action: 'room.moderate', payload: { memberId: 'nobody' }, done: 'not-found' },
  role: { action: 'room.promote', payload: { memberId: 'nobody', role: 'editor' }, done: 'not-found' },
  present: { action: 'room.present', payload: { memberId: 'nobody' }, done: 'not-found' },
  view: { action: 'room.point', payload: { azimuth: 0, elevation: 0, distance: 10, target: { x: 0, y: 0, z: 0 } } },
};
