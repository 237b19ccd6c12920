import type { PresenceAct } from '../../../store/presence.ts';
import { togglePanel } from '../../../ui/features.ts';
import { html } from '../../../words/html.ts';
import type { Feature } from '../../feature.ts';

declare module '../../../ui/intents.ts' {
  interface Intents {
    /** Actions on the members of the room. */
    presence: { act: PresenceAct };
  }
}

declare module '../../../store/panels.ts' {
  interface Panels {
    chat: true;
  }
}

/** The members of the room: chat, reactions, raised hands, following, presenting and locks. */
export const membersFeature = {
  name: 'members',
  panels: [
    {
      name: 'chat',
      title: 'Chat',
      hue: 'visualization',
      isFootless: true,
      render: (store) => html`<hu-chat-panel .store=${store}></hu-chat-panel>`,
    },
  ],
  layers: [{ place: 'over', render: (store) => html`<hu-presence-overlay .store=${store}></hu-presence-overlay>` }],
  intents: { presence: ({ act }, { session }) => session?.presence.act(act) },
  shortcuts: [
    { key: 'q', cap: 'Q', does: 'Chat (a quick word)', intent: (store) => togglePanel(store, 'chat') },
    {
      key: 'w',
      cap: 'W',
      does: 'Raise or lower your hand (wave)',
      intent(store) {
        const isRaised = (store.members.value.find(({ isMe }) => isMe)?.raised ?? 0) === 0;
        return { kind: 'presence', act: { kind: 'hand', memberId: '', isRaised } };
      },
    },
  ],
} satisfies Feature;
