import type { Freedom } from '../../../../shared/suggestion/index.ts';
import { lockGroups, type UniverseDocument } from '../../../../shared/universe/index.ts';
import { isLocked } from '../../../store/locks.ts';
import type { Store } from '../../../store/store.ts';
import { proposalOf, withoutAround } from '../../../store/suggestions.ts';
import type { Aim, Described } from '../../../suggestion/protocol.ts';
import { createSuggester } from '../../../suggestion/suggester.ts';
import { showFindings } from './findings.ts';

/** How far a surprise may go. */
const surpriseAmount = 0.9;
/** Pause of edits, and of a slider, before the next search. */
const restMs = 600;

/** What a search is to be besides usual. */
interface Wish {
  readonly aim?: Aim;
  readonly isSurprise?: boolean;
}

/** The searches for what is around the middle; their findings are shown in the store. */
export interface Searching {
  /** The universe as it is. */
  readonly present: Described;
  /** Takes over that it has changed. */
  begin(document: UniverseDocument): void;
  search(wish?: Wish): void;
  /** Searches when nothing else has come for a moment. */
  searchSoon(): void;
  pause(isPaused: boolean): void;
  dispose(): void;
}

const freedomIn = (store: Store, amount: number): Freedom => ({
  scopes: store.suggestions.value.scopes,
  amount,
  locked: lockGroups.filter((group) => isLocked(store, group)),
});

export function createSearching(store: Store, document: UniverseDocument): Searching {
  const { suggestions } = store;
  let present: Described = { document, values: null };
  let timer: ReturnType<typeof setTimeout> | undefined;
  const showFinding = showFindings(store, () => present.document);
  const suggester = createSuggester((report) => {
    if (report.kind === 'middle') present = { ...present, values: report.presentValues };
    showFinding(report);
  });

  const search = ({ aim, isSurprise = false }: Wish = {}) => {
    clearTimeout(timer);
    suggestions.value = { ...withoutAround(suggestions.value), status: 'searching', message: '' };
    suggester.search({
      present,
      middle: proposalOf(suggestions.value) ?? present,
      aim: aim ?? null,
      freedom: freedomIn(store, isSurprise ? surpriseAmount : suggestions.value.amount),
      key: Math.floor(Math.random() * 2 ** 32),
      choices: suggestions.value.choices,
      isSurprise,
    });
  };

  return {
    get present() {
      return present;
    },
    begin(next) {
      present = { document: next, values: null };
    },
    search,
    searchSoon() {
      clearTimeout(timer);
      timer = setTimeout(search, restMs);
    },
    pause: (isPaused) => suggester.pause(isPaused),
    dispose() {
      clearTimeout(timer);
      suggester.dispose();
    },
  };
}
