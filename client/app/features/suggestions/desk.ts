import { effect } from '@preact/signals-core';
import { editsBetween } from '../../../../shared/suggestion/index.ts';
import { fromPresent, proposalOf, type SuggestionsAct, type SuggestionsView, withPicture } from '../../../store/suggestions.ts';
import type { ClientApp } from '../../feature.ts';
import { followLag } from './follow-lag.ts';
import { keepTheMiddle } from './keep.ts';
import { createMiddleActs } from './middle-acts.ts';
import { openScreens } from './screens.ts';
import { createSearching } from './searching.ts';

type ActWithin = Exclude<SuggestionsAct, { kind: 'open' }>;

/** Suggestions while their panel is open. */
export interface SuggestionsDesk {
  act(act: ActWithin): void;
  close(): void;
}

export function openDesk(app: ClientApp, canvases: readonly HTMLCanvasElement[]): SuggestionsDesk {
  const { store } = app;
  const universeId = store.universe.value?.id;
  const view = () => store.suggestions.value;
  const show = (next: SuggestionsView) => {
    store.suggestions.value = next;
  };
  // What was open before goes on: its proposals are about the universe as it was then.
  const before = view().steps.find(({ proposal }) => proposal)?.proposal;
  const searching = createSearching(store, before?.start ?? store.authoredDocument.value);
  const screens = openScreens(app, canvases, searching.present.document);

  /** Begins again where the universe has changed; a proposal that the user looks at stays. */
  const followDocument = () => {
    const { value: document } = store.authoredDocument;
    const isProposal = proposalOf(view()) !== null;
    queueMicrotask(() => {
      if (isProposal || editsBetween(searching.present.document, document).length === 0) return;
      searching.begin(document);
      show(fromPresent(view()));
      screens.setPresent(document);
      searching.searchSoon();
    });
  };

  const stops = [
    effect(followDocument),
    // The open universe comes first.
    followLag(store, (isBehind) => {
      searching.pause(isBehind);
      screens.pause(isBehind);
    }),
    effect(() => {
      if (store.panel.value !== 'suggestions' || store.universe.value?.id !== universeId) queueMicrotask(close);
    }),
  ];
  function close() {
    for (const stop of stops) stop();
    screens.close();
    searching.dispose();
    show({ ...view(), heard: null });
  }

  const actOnMiddle = createMiddleActs(store, searching);
  searching.search();
  return {
    close,
    act(act) {
      switch (act.kind) {
        case 'others':
          return searching.search();
        case 'surprise':
          return searching.search({ isSurprise: true });
        case 'scope': {
          const others = view().scopes.filter((scope) => scope !== act.scope);
          show({ ...view(), scopes: act.isFree ? [...others, act.scope] : others });
          return searching.searchSoon();
        }
        case 'amount':
          show({ ...view(), amount: act.amount });
          return searching.searchSoon();
        case 'compare':
          return show({ ...view(), isPresentShown: act.isPresentShown });
        case 'picture':
          return show(withPicture(view(), act.picture));
        case 'hear':
          return screens.hear(act.place);
        case 'keep':
          return keepTheMiddle(app);
        case 'choose':
        case 'go':
        case 'aim':
        case 'read':
        case 'drop-chip':
          return actOnMiddle(act);
      }
    },
  };
}
