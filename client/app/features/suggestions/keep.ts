import { editsBetween } from '../../../../shared/suggestion/index.ts';
import { applyEdit, type PlainEdit, refuseEdit } from '../../../../shared/universe/index.ts';
import { fromPresent, proposalOf } from '../../../store/suggestions.ts';
import type { Store } from '../../../store/store.ts';
import { showToast } from '../../../store/toasts.ts';
import { say } from '../../../words/words.ts';
import type { ClientApp } from '../../feature.ts';

/** Makes the edits of a kept proposal at once, so that they are one step of undo. */
function keepProposal({ session }: Pick<ClientApp, 'session'>, edits: readonly PlainEdit[]): void {
  const [first, ...others] = edits;
  if (first) session?.edit(others.length === 0 ? first : { kind: 'compound', edits: [...edits] });
}

/** Returns the edits that keep the proposal in the middle: what it changes alone, so that what others did meanwhile stays. */
export function editsOfProposal({ suggestions, authoredDocument, scalars }: Store): readonly PlainEdit[] {
  const proposal = proposalOf(suggestions.value);
  if (!proposal) return [];
  let after = authoredDocument.value;
  return editsBetween(proposal.start, proposal.document).filter((edit) => {
    if (refuseEdit(after, edit)) return false;
    after = applyEdit(after, edit, scalars.value?.tick ?? 0);
    return true;
  });
}

/** Changes the open universe to the proposal in the middle. */
export function keepTheMiddle(app: ClientApp): void {
  const { store } = app;
  if (!store.canEdit.value || !proposalOf(store.suggestions.value)) return;
  keepProposal(app, editsOfProposal(store));
  store.suggestions.value = fromPresent(store.suggestions.value);
  showToast(store, 'info', say('The universe goes on from here as suggested.'), {
    label: say('Begin again'),
    run: () => app.session?.edit({ kind: 'restart' }),
  });
}
