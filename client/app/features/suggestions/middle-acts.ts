import { readWords } from '../../../../shared/suggestion/index.ts';
import type { Store } from '../../../store/store.ts';
import { atStep, proposalOf, type SuggestionsAct, withChoice, withProposal } from '../../../store/suggestions.ts';
import type { Searching } from './searching.ts';

type MiddleAct = Extract<SuggestionsAct, { kind: 'choose' | 'go' | 'aim' | 'read' | 'drop-chip' }>;

/** Acts by which another universe comes to the middle. */
export function createMiddleActs({ suggestions, language }: Store, searching: Searching): (act: MiddleAct) => void {
  /** The step whose universe the words are about, and the one that came of them. */
  let read = { from: 0, to: -1 };

  const aimByChips = () => {
    const { step, chips } = suggestions.value;
    // Other words are about the same universe, as long as nothing else was chosen.
    if (step === read.to) suggestions.value = atStep(suggestions.value, read.from);
    read = { from: suggestions.value.step, to: suggestions.value.step + 1 };
    searching.search(chips.length > 0 ? { aim: { targets: {}, chips } } : {});
  };

  return (act: MiddleAct): void => {
    const { value: view } = suggestions;
    switch (act.kind) {
      case 'choose': {
        const chosen = view.around[act.place];
        if (!chosen) return;
        suggestions.value = withProposal(withChoice(view, act.place, proposalOf(view)?.values ?? searching.present.values), chosen);
        searching.search();
        break;
      }
      case 'go':
        if (act.step === view.step) return;
        suggestions.value = atStep(view, act.step);
        searching.search();
        break;
      case 'aim':
        searching.search({ aim: { targets: act.targets, chips: [] } });
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
