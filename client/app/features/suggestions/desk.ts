import { effect } from '@preact/signals-core';
import { editsBetween, type Freedom, readWords } from '../../../../shared/suggestion/index.ts';
import { lockGroups } from '../../../../shared/universe/index.ts';
import { isLocked } from '../../../store/locks.ts';
import type { Store } from '../../../store/store.ts';
import {
  atStep,
  fromPresent,
  proposalOf,
  type SuggestionsAct,
  type SuggestionsView,
  withChoice,
  withoutAround,
  withPicture,
  withProposal,
} from '../../../store/suggestions.ts';
import type { Aim, Described } from '../../../suggestion/protocol.ts';
import { createSuggester } from '../../../suggestion/suggester.ts';
import type { ClientApp } from '../../feature.ts';
import { followLag } from './follow-lag.ts';
import { showFindings } from './findings.ts';
import { keepTheMiddle } from './keep.ts';
import { openScreens } from './screens.ts';

type ActWithin = Exclude<SuggestionsAct, { kind: 'open' }>;

/** Suggestions while their panel is open. */
export interface SuggestionsDesk {
  act(act: ActWithin): void;
  close(): void;
}

/** How far a surprise may go. */
const surpriseAmount = 0.9;
/** Pause of edits, and of a slider, before the next search. */
const restMs = 600;

interface Searching {
  readonly aim?: Aim;
  readonly isSurprise?: boolean;
}

const freedomIn = (store: Store, amount: number): Freedom => ({
  scopes: store.suggestions.value.scopes,
  amount,
  locked: lockGroups.filter((group) => isLocked(store, group)),
});

export function openDesk(app: ClientApp, canvases: readonly HTMLCanvasElement[]): SuggestionsDesk {
  const { store } = app;
  const universeId = store.universe.value?.id;
  const view = () => store.suggestions.value;
  const show = (next: SuggestionsView) => {
    store.suggestions.value = next;
  };
  // What was open before goes on: its proposals are about the universe as it was then.
  const before = view().steps.find(({ proposal }) => proposal)?.proposal;
  let present: Described = { document: before?.start ?? store.authoredDocument.value, values: null };
  let timer: ReturnType<typeof setTimeout> | undefined;

  const showFinding = showFindings(store, () => present.document);
  const suggester = createSuggester((report) => {
    if (report.kind === 'middle') present = { ...present, values: report.presentValues };
    showFinding(report);
  });
  const screens = openScreens(app, canvases, present.document);

  const search = ({ aim, isSurprise = false }: Searching = {}) => {
    clearTimeout(timer);
    show({ ...withoutAround(view()), status: 'searching', message: '' });
    suggester.search({
      present,
      middle: proposalOf(view()) ?? present,
      aim: aim ?? null,
      freedom: freedomIn(store, isSurprise ? surpriseAmount : view().amount),
      key: Math.floor(Math.random() * 2 ** 32),
      choices: view().choices,
      isSurprise,
    });
  };
  const searchSoon = () => {
    clearTimeout(timer);
    timer = setTimeout(search, restMs);
  };

  /** Begins again where the universe has changed; a proposal that the user looks at stays. */
  const followDocument = () => {
    const { value: document } = store.authoredDocument;
    const isProposal = proposalOf(view()) !== null;
    queueMicrotask(() => {
      if (isProposal || editsBetween(present.document, document).length === 0) return;
      present = { document, values: null };
      show(fromPresent(view()));
      screens.setPresent(document);
      searchSoon();
    });
  };

  const stops = [
    effect(followDocument),
    // The open universe comes first.
    followLag(store, (isBehind) => {
      suggester.pause(isBehind);
      screens.pause(isBehind);
    }),
    effect(() => {
      if (store.panel.value !== 'suggestions' || store.universe.value?.id !== universeId) queueMicrotask(close);
    }),
  ];
  function close() {
    clearTimeout(timer);
    for (const stop of stops) stop();
    screens.close();
    suggester.dispose();
    show({ ...view(), heard: null });
  }

  const actOnMiddle = createMiddleActs({ store, search, middleValues: () => proposalOf(view())?.values ?? present.values });
  search();
  return {
    close,
    act(act) {
      switch (act.kind) {
        case 'others':
          return search();
        case 'surprise':
          return search({ isSurprise: true });
        case 'scope': {
          const others = view().scopes.filter((scope) => scope !== act.scope);
          show({ ...view(), scopes: act.isFree ? [...others, act.scope] : others });
          return searchSoon();
        }
        case 'amount':
          show({ ...view(), amount: act.amount });
          return searchSoon();
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

interface MiddleOptions {
  store: Store;
  search(searching?: Searching): void;
  middleValues(): Float64Array | null;
}

/** Acts by which another universe comes to the middle. */
function createMiddleActs({ store: { suggestions, language }, search, middleValues }: MiddleOptions) {
  /** The step whose universe the words are about, and the one that came of them. */
  let read = { from: 0, to: -1 };

  const aimByChips = () => {
    const { step, chips } = suggestions.value;
    // Other words are about the same universe, as long as nothing else was chosen.
    if (step === read.to) suggestions.value = atStep(suggestions.value, read.from);
    read = { from: suggestions.value.step, to: suggestions.value.step + 1 };
    search(chips.length > 0 ? { aim: { targets: {}, chips } } : {});
  };

  return (act: Extract<ActWithin, { kind: 'choose' | 'go' | 'aim' | 'read' | 'drop-chip' }>): void => {
    const { value: view } = suggestions;
    switch (act.kind) {
      case 'choose': {
        const chosen = view.around[act.place];
        if (!chosen) return;
        suggestions.value = withProposal(withChoice(view, act.place, middleValues()), chosen);
        search();
        break;
      }
      case 'go':
        if (act.step === view.step) return;
        suggestions.value = atStep(view, act.step);
        search();
        break;
      case 'aim':
        search({ aim: { targets: act.targets, chips: [] } });
        break;
      case 'read': {
        const { chips, unknown } = readWords(act.sentence, language.value);
        suggestions.value = { ...view, chips, unknown };
        if (chips.length > 0) aimByChips();
        break;
      }
      case 'drop-chip':
        suggestions.value = { ...view, chips: view.chips.toSpliced(act.index, 1) };
        aimByChips();
    }
  };
}
