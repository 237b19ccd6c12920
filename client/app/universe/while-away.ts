import { isParameterKey, parameterOf } from '../../../shared/parameters/index.ts';
import type { Edit } from '../../../shared/universe/index.ts';
import { type Overwritten, restoring } from '../../../shared/universe/undo/index.ts';
import { changeWords } from '../../store/history-words.ts';
import type { Store } from '../../store/store.ts';
import { showToast } from '../../store/toasts.ts';
import { describeValue } from '../../ui/format.ts';
import { sayOfRegistry } from '../../words/of-registry.ts';
import { say } from '../../words/words.ts';

/**
 * Lists the values that others set while the user was offline and the user's edits have overwritten, until the user chooses which to keep.
 */
export function tellOverwritten(store: Store, lost: readonly Overwritten[], edit: (edit: Edit) => void): void {
  const putBack = () => {
    const { value: document } = store.authoredDocument;
    const values = new Map(lost.map(({ cell, theirs }) => [cell, theirs]));
    for (const change of restoring(document, values, store.scalars.value?.tick ?? 0)) edit(change);
  };
  showToast(store, 'info', sentenceOf(lost), { label: say('Use theirs'), run: putBack, otherwise: say('Keep yours') });
}

function sentenceOf(lost: readonly Overwritten[]): string {
  const [only] = lost;
  const key = only!.cell.split('/')[1] ?? '';
  if (lost.length > 1 || !only!.cell.startsWith('parameters/') || !isParameterKey(key))
    return say('While you were away, others changed {what}. Your changes came after.', { what: changeWords(lost.map(({ cell }) => cell)) });
  const parameter = parameterOf(key);
  const words = (value: unknown) => describeValue(parameter, value as number | string | boolean);
  return say('While you were away, others set {parameter} to {theirs}. Yours came after: {own}.', {
    parameter: sayOfRegistry(parameter.label),
    theirs: words(only!.theirs),
    own: words(only!.own),
  });
}
