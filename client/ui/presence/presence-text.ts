import type { MemberRole } from '../../../shared/room/messages.ts';
import type { UniverseDocument } from '../../../shared/universe/index.ts';
import { labelOfTarget } from '../../store/control-target.ts';
import type { MemberView } from '../../store/store.ts';
import type { Sentence } from '../../words/sentences.ts';
import { say } from '../../words/words.ts';
import { inSentence } from '../format.ts';

const roleWords: Record<MemberRole, Sentence> = { owner: 'owner', editor: 'editor', viewer: 'watching', spectator: 'watching' };
const attentionWords = { idle: 'idle', away: 'in another tab' } as const;

/** Describes in a few words what a member is doing. */
export function presenceText({ role, editing, attention, muted }: MemberView, document: UniverseDocument, presents: boolean): string {
  if (editing !== '') return say('changing {control}', { control: inSentence(labelOfTarget(editing, document)) });
  return [
    say(presents ? 'presenting' : roleWords[role]),
    ...(muted ? [say('muted')] : []),
    ...(attention === 'here' ? [] : [say(attentionWords[attention])]),
  ].join(', ');
}
