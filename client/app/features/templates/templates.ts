import { AppError } from '../../../../shared/api/errors.ts';
import { callApi } from '../../../net/api-client.ts';
import { templatePath } from '../../../store/routes.ts';
import type { Store } from '../../../store/store.ts';
import { showToast } from '../../../store/toasts.ts';
import { draftOf, missingWords, patchOf } from '../../../store/template-draft.ts';
import type { UserTemplateList, TemplateAct, TemplateDraft } from '../../../store/templates.ts';
import { say } from '../../../words/words.ts';
import { messageOf } from '../../page/actions.ts';
import type { Preview } from './preview.ts';

/** Pause of changes before they are saved. */
const restMs = 600;
/** Number of templates of each list on the front page: a row. */
const atFront = '4';

let preview: Preview | null = null;
let timer: ReturnType<typeof setTimeout> | undefined;
/** Changes are saved one after another. */
let lastSave: Promise<void> = Promise.resolve();

/** Loads the user templates. A failure is ignored. */
export async function showUserTemplates(store: Store): Promise<void> {
  const lists = ['mine', 'public'] as const;
  const pages = await Promise.all(
    lists.map((list) => callApi('listTemplates', { query: { list, limit: atFront } }).catch(() => ({ templates: [], next: null }))),
  );
  const [mine, shown] = pages.map((page) => ({ ...page, isFetchingMore: false }));
  store.templates.value = { mine: mine!, public: shown! };
}

/** Opens a user template for editing. @throws AppError `not-found` if it does not exist, or belongs to another user. */
export async function showTemplate(store: Store, id: string): Promise<void> {
  const known = store.gallery.value.templates;
  const [me, saved, { templates }] = await Promise.all([
    callApi('getMe', {}),
    callApi('getTemplate', { params: { id } }),
    known.length > 0 ? { templates: known } : callApi('listTemplates', { query: {} }),
  ]);
  if (!saved.isMine) throw new AppError('not-found', 'There is no such template.', { reason: 'no-template' });
  store.me.value = me;
  store.gallery.value = { ...store.gallery.value, templates };
  store.template.value = { saved, draft: draftOf(saved), status: 'saved', message: '' };
}

/** Closes the edited template; pending changes are saved. */
export function leaveTemplate(store: Store): void {
  preview?.dispose();
  preview = null;
  if (timer !== undefined) saveNow(store);
  store.template.value = null;
}

/** Performs an action on templates. */
export async function actOnTemplates(store: Store, act: TemplateAct, go: (path: string) => void): Promise<void> {
  switch (act.kind) {
    case 'keep':
      return keep(store, act.content, go);
    case 'more':
      return fetchMore(store, act.list);
    case 'change':
      return change(store, act.change);
    case 'preview':
      return showPreview(store, act.host);
    case 'delete':
      return remove(store, go);
  }
}

async function keep(store: Store, content: (TemplateAct & { kind: 'keep' })['content'], go: (path: string) => void): Promise<void> {
  const universeId = store.universe.value?.id;
  if (universeId === undefined) return;
  try {
    const { id } = await callApi('createTemplate', { body: { ...content, universeId } });
    store.dialog.value = null;
    showToast(store, 'info', say('The template is saved.'), { label: say('Edit'), run: () => go(templatePath(id)) });
  } catch (error) {
    showToast(store, 'error', messageOf(error));
  }
}

async function fetchMore(store: Store, list: UserTemplateList): Promise<void> {
  const before = store.templates.value[list];
  const { next: cursor } = before;
  if (cursor === null || before.isFetchingMore) return;
  const show = (view: Partial<typeof before>) => {
    store.templates.value = { ...store.templates.value, [list]: { ...before, isFetchingMore: false, ...view } };
  };
  show({ isFetchingMore: true });
  try {
    const { templates, next } = await callApi('listTemplates', { query: { list, cursor } });
    show({ templates: [...before.templates, ...templates], next });
  } catch (error) {
    show({});
    showToast(store, 'error', messageOf(error));
  }
}

function change(store: Store, changed: Partial<TemplateDraft>): void {
  const { value: view } = store.template;
  if (!view) return;
  const draft = { ...view.draft, ...changed };
  const missing = missingWords(draft);
  store.template.value = { ...view, draft, status: missing ? 'refused' : 'waiting', message: missing ? say(missing) : '' };
  if (changed.parameters) preview?.set(changed.parameters);
  clearTimeout(timer);
  timer = setTimeout(() => saveNow(store), restMs);
}

function saveNow(store: Store): void {
  clearTimeout(timer);
  timer = undefined;
  const { value: view } = store.template;
  if (!view || missingWords(view.draft)) return;
  const { draft } = view;
  const { id } = view.saved;
  lastSave = lastSave.then(() => save(store, id, draft));
}

async function save(store: Store, id: string, draft: TemplateDraft): Promise<void> {
  /** Returns the shown template, if it is still open. */
  const shown = () => (store.template.value?.saved.id === id ? store.template.value : null);
  const { saved } = shown() ?? { saved: await callApi('getTemplate', { params: { id } }) };
  const body = patchOf(saved, draft);
  const show = (view: Partial<NonNullable<Store['template']['value']>>) => {
    const now = shown();
    if (now) store.template.value = { ...now, ...view };
  };
  if (body === null) return show(timer === undefined ? { status: 'saved' } : {});
  if (timer === undefined) show({ status: 'saving' });
  try {
    const after = await callApi('updateTemplate', { params: { id }, body });
    // Changes made meanwhile wait for the next save.
    show({ saved: after, ...(timer === undefined ? { status: 'saved', message: '' } : {}) });
  } catch (error) {
    show({ status: 'refused', message: messageOf(error) });
    if (!shown()) showToast(store, 'error', messageOf(error));
  }
}

async function remove(store: Store, go: (path: string) => void): Promise<void> {
  const { value: view } = store.template;
  if (!view) return;
  clearTimeout(timer);
  timer = undefined;
  try {
    await callApi('deleteTemplate', { params: { id: view.saved.id } });
    go('/');
    showToast(store, 'info', say('{name} is deleted. Universes made from it stay.', { name: view.saved.name }));
  } catch (error) {
    showToast(store, 'error', messageOf(error));
  }
}

async function showPreview(store: Store, host: HTMLElement): Promise<void> {
  const { value: view } = store.template;
  const { startPreview } = await import('./preview.ts');
  if (!view || store.template.value?.saved.id !== view.saved.id) return;
  preview?.dispose();
  const { saved, draft } = store.template.value;
  preview = startPreview(store, host, { ...saved.document, parameters: draft.parameters });
}
