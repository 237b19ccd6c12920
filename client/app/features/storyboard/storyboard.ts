import { AppError } from '../../../../shared/api/errors.ts';
import { contentOf, type Edit, emptyStoryboard, stateOf, type StoryboardContent } from '../../../../shared/universe/index.ts';
import { callApi } from '../../../net/api-client.ts';
import type { Store } from '../../../store/store.ts';
import { showToast } from '../../../store/toasts.ts';
import { editsToAddPoint } from '../../../store/storyboard-edits.ts';
import type { StoryboardAct, StoryboardView } from '../../../store/storyboard.ts';
import { say } from '../../../words/words.ts';
import { messageOf } from '../../page/actions.ts';
import { createUniverseTurns } from '../../page/turns.ts';

type KeptAct = Extract<StoryboardAct, { kind: 'look' | 'keep' | 'open' | 'duplicate' | 'delete' | 'versions' | 'restore' }>;

/** Performs an action on the storyboard on the timeline, or on the stored ones. */
export async function actOnStoryboard(store: Store, act: StoryboardAct, edit: (edit: Edit) => void): Promise<void> {
  const show = (view: Partial<StoryboardView>) => {
    store.storyboard.value = { ...store.storyboard.value, ...view };
  };
  switch (act.kind) {
    case 'show':
      show({ isOpen: act.isOpen, selected: null });
      // Keys and timeline share the place above the transport.
      if (!act.isOpen) return;
      store.keys.value = { ...store.keys.value, isOpen: false };
      // A later change is based on the current stored version.
      await actOnKept(store, { kind: 'look' }, edit, show);
      return;
    case 'select':
      show({ selected: act.id });
      return;
    case 'add-point': {
      const { edits, id } = editsToAddPoint(store.authoredDocument.value, store.effectiveDocument.value, store.scalars.value?.tick ?? 0);
      for (const one of edits) edit(one);
      show({ selected: id });
      return;
    }
    case 'take-state':
      edit({ kind: 'point.set', id: act.id, values: { state: stateOf(store.effectiveDocument.value) } });
      showToast(store, 'info', say('The point has the current state of the universe.'));
      return;
    case 'new':
      edit({ kind: 'storyboard.load', content: emptyStoryboard, keptAs: null });
      show({ selected: null });
      return;
    case 'look':
    case 'keep':
    case 'open':
    case 'duplicate':
    case 'delete':
    case 'versions':
    case 'restore':
      await actOnKept(store, act, edit, show);
  }
}

const turns = createUniverseTurns();

async function actOnKept(store: Store, act: KeptAct, edit: (edit: Edit) => void, show: (view: Partial<StoryboardView>) => void) {
  const id = store.universe.value?.id;
  if (id !== undefined) await turns(store, id, act, () => takeTurn(store, id, act, edit, show));
}

async function takeTurn(
  store: Store,
  id: string,
  act: KeptAct,
  edit: (edit: Edit) => void,
  show: (view: Partial<StoryboardView>) => void,
): Promise<void> {
  show({ pending: true });
  try {
    const view = await perform(store, id, act, edit);
    if (store.universe.value?.id === id) show(view);
  } catch (error) {
    showToast(store, 'error', messageOf(error));
  }
  show({ pending: false });
}

async function perform(store: Store, id: string, act: KeptAct, edit: (edit: Edit) => void): Promise<Partial<StoryboardView>> {
  switch (act.kind) {
    case 'look':
      return { ...(await look(id)), versions: null };
    case 'keep':
      await keep(store, id, edit);
      return look(id);
    case 'open': {
      const { content } = await callApi('getStoryboard', { params: { id, storyboardId: act.id } });
      edit({ kind: 'storyboard.load', content, keptAs: act.id });
      return { selected: null };
    }
    case 'duplicate':
      await callApi('duplicateStoryboard', { params: { id, storyboardId: act.id } });
      return look(id);
    case 'delete':
      await callApi('deleteStoryboard', { params: { id, storyboardId: act.id } });
      return look(id);
    case 'versions': {
      if (act.id === null) return { versions: null };
      const { versions } = await callApi('listStoryboardVersions', { params: { id, storyboardId: act.id } });
      return { versions: { id: act.id, list: versions } };
    }
    case 'restore': {
      const params = { id, storyboardId: act.id, version: String(act.version) };
      const { content, title } = await callApi('restoreStoryboardVersion', { params });
      edit({ kind: 'storyboard.load', content, keptAs: act.id });
      showToast(store, 'info', say('“{title}” is restored to version {version}.', { title, version: act.version }));
      return { ...(await look(id)), versions: null, selected: null };
    }
  }
}

async function look(id: string): Promise<Pick<StoryboardView, 'kept'>> {
  return { kept: (await callApi('listStoryboards', { params: { id } })).storyboards };
}

/** Stores the storyboard as a new version of the one that it was loaded from, or, if that is deleted, as a new one. */
async function keep(store: Store, id: string, edit: (edit: Edit) => void): Promise<void> {
  const { storyboard } = store.authoredDocument.value;
  if (!storyboard) return;
  const content = contentOf(storyboard);
  const kepts = store.storyboard.value.kept ?? (await look(id)).kept;
  const known = kepts?.find((entry) => entry.id === storyboard.keptAs);
  const kept = known ? await newVersion(id, known, content) : null;
  if (kept) {
    showToast(store, 'info', say('“{title}” is saved as version {version}.', { title: kept.title, version: kept.version }));
    return;
  }
  const made = await callApi('saveStoryboard', { params: { id }, body: { content } });
  edit({ kind: 'storyboard.set', values: { keptAs: made.id } });
  showToast(store, 'info', say('“{title}” is saved.', { title: made.title }));
}

/** Returns null if it was deleted meanwhile. A version that another member stored meanwhile becomes an older one. */
async function newVersion(id: string, known: { id: string; version: number }, content: StoryboardContent) {
  const params = { id, storyboardId: known.id };
  try {
    return await callApi('updateStoryboard', { params, body: { content, basedOn: known.version } });
  } catch (error) {
    if (error instanceof AppError && error.code === 'not-found') return null;
    throw error;
  }
}
