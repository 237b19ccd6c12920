import { effect } from '@preact/signals-core';
import { callApi } from '../../../net/api-client.ts';
import type { HistoryAct, HistoryView } from '../../../store/history.ts';
import type { Store } from '../../../store/store.ts';
import { showToast } from '../../../store/toasts.ts';
import { say } from '../../../words/words.ts';
import { messageOf } from '../../page/actions.ts';
import { createUniverseTurns } from '../../page/turns.ts';
import { remix } from '../sharing/own-acts.ts';

/** Pause of edits before the history is reloaded. */
const restMs = 1500;

const turns = createUniverseTurns();

/** Performs an action on the history of the open universe, after all earlier ones. */
export async function actOnHistory(store: Store, act: HistoryAct, go: (path: string) => void): Promise<void> {
  const id = store.universe.value?.id;
  if (id !== undefined) await turns(store, id, act, () => takeTurn(store, id, act, go));
}

async function takeTurn(store: Store, id: string, act: HistoryAct, go: (path: string) => void): Promise<void> {
  const show = (view: Partial<HistoryView>) => {
    if (store.universe.value?.id === id) store.history.value = { ...store.history.value, ...view };
  };
  show({ isPending: true });
  try {
    show(await perform(store, id, act, go));
  } catch (error) {
    if (act.kind === 'look' && store.history.value.status === 'idle') show({ status: 'failed', message: messageOf(error) });
    else showToast(store, 'error', messageOf(error));
  }
  show({ isPending: false });
  if (act.kind === 'look') follow(store, go);
}

async function perform(store: Store, id: string, act: HistoryAct, go: (path: string) => void): Promise<Partial<HistoryView>> {
  switch (act.kind) {
    case 'look':
      return look(id);
    case 'more': {
      const { moments, next } = store.history.value;
      const page = await callApi('listHistory', { params: { id }, query: { cursor: next ?? undefined } });
      return { moments: [...moments, ...page.moments], next: page.next };
    }
    case 'restore': {
      const { moments } = await callApi('listHistory', { params: { id }, query: { limit: '1' } });
      const before = moments[0]?.sequence ?? 0;
      const { edits } = await callApi('restoreHistoryEntry', { params: { id, sequence: String(act.sequence) } });
      if (edits === 0) showToast(store, 'info', say('It is already in this state.'));
      else {
        const run = () => void actOnHistory(store, { kind: 'restore', sequence: before }, go);
        showToast(store, 'info', say('The universe is restored to that state, for everyone.'), { label: say('Undo'), run });
      }
      return look(id);
    }
    case 'remix':
      await remix(store, go, act.sequence);
      return {};
    case 'name': {
      const params = { id, sequence: String(act.sequence) };
      const { name } = act;
      return name === '' ? callApi('unnameVersion', { params }) : callApi('nameVersion', { params, body: { name } });
    }
  }
}

async function look(id: string): Promise<Partial<HistoryView>> {
  const [{ moments, next }, { versions }] = await Promise.all([
    callApi('listHistory', { params: { id }, query: {} }),
    callApi('listVersions', { params: { id } }),
  ]);
  return { status: 'ready', message: '', moments, next, versions };
}

let stopFollowing = () => {};

/** Reloads the history after edits, while its panel is open. */
function follow(store: Store, go: (path: string) => void): void {
  stopFollowing();
  const { id } = store.universe.value ?? {};
  const seen = store.authoredDocument.value;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const stop = effect(() => {
    clearTimeout(timer);
    if (store.universe.value?.id !== id || store.panel.value !== 'history' || store.authoredDocument.value === seen) return;
    timer = setTimeout(() => void actOnHistory(store, { kind: 'look' }, go), restMs);
  });
  stopFollowing = () => {
    clearTimeout(timer);
    stop();
  };
}
