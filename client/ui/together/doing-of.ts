import type { MemberRole } from '../../../shared/room/messages.ts';
import type { UniverseDocument } from '../../../shared/universe/index.ts';
import { labelOfTarget } from '../../store/control-target.ts';
import type { MemberView } from '../../store/store.ts';

const roleWords: Record<MemberRole, string> = { owner: 'made this', editor: 'plays along', viewer: 'watches', spectator: 'watches' };
const attentionWords = { idle: 'idle', away: 'in another tab' } as const;

/** What somebody does just now, in a few words. */
export function doingOf({ role, editing, attention, muted }: MemberView, document: UniverseDocument, presents: boolean): string {
  if (editing !== '') return `moves ${labelOfTarget(editing, document).toLowerCase()}`;
  return [
    presents ? 'presents' : roleWords[role],
    ...(muted ? ['muted'] : []),
    ...(attention === 'here' ? [] : [attentionWords[attention]]),
  ].join(', ');
}
