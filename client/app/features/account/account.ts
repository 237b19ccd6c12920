import { AppError } from '../../../../shared/api/errors.ts';
import type { AccountPage } from '../../../../shared/api/contract/pages.ts';
import { callApi } from '../../../net/api-client.ts';
import { type AccountAct, type AccountActKind, type AccountRefusal, noAct } from '../../../store/account.ts';
import { noLibrary } from '../../../store/library.ts';
import { noNotifications } from '../../../store/notifications.ts';
import type { Store } from '../../../store/store.ts';
import { showToast } from '../../../store/toasts.ts';
import { noTemplates } from '../../../store/templates.ts';
import type { Sentence } from '../../../words/sentences.ts';
import { say } from '../../../words/words.ts';
import { messageOf } from '../../page/actions.ts';
import { createTurns } from '../../page/turns.ts';
import { showAuditLog } from './audit-log.ts';
import { leaveForProvider } from './provider-sign-in.ts';

/** Navigation after the user has signed in or out. */
interface Ways {
  /** The path that the user came from. */
  from: string;
  /** With `replace`, replaces the current page in the browser history. */
  go(path: string, replace?: boolean): void;
}

const turns = createTurns();

/** Performs an action on the account, after all earlier ones. */
export const actOnAccount = (store: Store, act: AccountAct, ways: Ways): Promise<void> => turns(act, () => takeTurn(store, act, ways));

async function takeTurn(store: Store, act: AccountAct, ways: Ways): Promise<void> {
  const { unconfirmed } = store.account.value;
  const isConfirming = act.kind === 'confirm';
  store.account.value = { ...noAct, pending: act.kind, unconfirmed: isConfirming ? unconfirmed : null };
  try {
    await perform(store, act, ways);
    store.account.value = { ...noAct, done: act.kind };
    if (isConfirming && unconfirmed) await takeTurn(store, unconfirmed, ways);
  } catch (error) {
    if (error instanceof AppError && error.code === 'reauthentication-needed') {
      store.account.value = { ...noAct, unconfirmed: act };
      return;
    }
    const refusal = refusalOf(act, error);
    store.account.value = { ...noAct, refusal, unconfirmed: isConfirming ? unconfirmed : null };
    if (withoutForm.has(act.kind)) showToast(store, 'error', refusal.message);
  }
}

/** Actions whose refusal has no form field and is shown in a toast. */
const withoutForm: ReadonlySet<AccountActKind> = new Set(['sign-out', 'sign-out-everywhere', 'send-verification', 'arrive', 'unlink']);

/** The secret of a link in a mail; it is removed from the address. */
let takenSecret = '';

/** Enters an account page, and loads what it shows. */
export async function enterAccountPage(store: Store, page: AccountPage, go: Ways['go']): Promise<void> {
  const { me, signInMethods } = store;
  if (page === 'verify' || page === 'reset-password') {
    if (location.hash !== '') takenSecret = location.hash.slice(1);
    history.replaceState(history.state, '', location.pathname);
  }
  if (page === 'verify') {
    await callApi('verifyAddress', { body: { secret: takenSecret } }).then(
      () => showToast(store, 'info', say('Your address is confirmed.')),
      (error: unknown) => showToast(store, 'error', messageOf(error)),
    );
    return go('/', true);
  }
  const [waysIn, person] = await Promise.all([
    signInMethods.value ?? callApi('listSignInMethods', {}),
    page === 'settings' || page === 'notifications' ? callApi('getMe', {}) : me.value,
  ]);
  signInMethods.value = waysIn;
  me.value = person;
  const isConnected = page === 'settings' && waysIn.providers.length > 0 && person?.isGuest === false;
  if (page === 'settings') await showAuditLog(store);
  store.identities.value = isConnected ? (await callApi('listIdentities', {})).identities : null;
}

async function perform(store: Store, act: AccountAct, { from, go }: Ways): Promise<void> {
  const [home, back] = [() => go('/'), () => go(from, true)];
  switch (act.kind) {
    case 'sign-in': {
      const { email, password } = act;
      store.me.value = await callApi('signIn', { body: { email, password } });
      back();
      break;
    }
    case 'sign-up': {
      const { email, password, displayName } = act;
      store.me.value = await callApi('register', { body: { email, password, displayName } });
      showToast(store, 'info', say('Welcome, {name}. What you made is yours.', { name: store.me.value.displayName }));
      back();
      break;
    }
    case 'forgot-password':
      await callApi('forgotPassword', { body: { email: act.email } });
      break;
    case 'reset-password':
      await callApi('resetPassword', { body: { secret: takenSecret, password: act.password } });
      store.me.value = null;
      showToast(store, 'info', say('The password is changed. Sign in with it.'));
      go('/sign-in', true);
      break;
    case 'arrive':
      await leaveForProvider(act, from);
      break;
    case 'unlink':
      store.identities.value = (await callApi('removeIdentity', { params: { provider: act.provider } })).identities;
      break;
    case 'send-verification':
      await callApi('sendVerification', {});
      showToast(store, 'info', say('The link is on its way to your mailbox.'));
      break;
    case 'sign-out':
      await callApi('signOut', {});
      leave(store, 'You are signed out.', home);
      break;
    case 'sign-out-everywhere':
      await callApi('signOutEverywhere', {});
      leave(store, 'You are signed out everywhere.', home);
      break;
    case 'profile':
      store.me.value = await callApi('updateMe', { body: act.patch });
      showToast(store, 'info', say('Saved.'));
      break;
    case 'confirm':
      await callApi('confirmIdentity', { body: { password: act.password } });
      break;
    case 'stop-confirming':
      break;
    case 'password':
      await callApi('changePassword', { body: { current: act.current, next: act.next } });
      showToast(store, 'info', say('The password is changed. Other devices are signed out.'));
      break;
    case 'delete':
      await callApi('deleteMe', { body: { password: act.password, heirs: act.heirs } });
      leave(store, 'All your data is deleted.', home);
      break;
  }
}

/** Clears the user and their data from the store. */
function leave(store: Store, words: Sentence, home: () => void): void {
  store.me.value = null;
  store.gallery.value = { ...store.gallery.value, mine: [] };
  store.library.value = noLibrary;
  store.templates.value = noTemplates;
  store.trash.value = null;
  store.copyable.value = [];
  store.heirs.value = null;
  store.leftBehind.value = [];
  store.auditLog.value = null;
  store.identities.value = null;
  store.notifications.value = noNotifications;
  showToast(store, 'info', say(words));
  home();
}

function refusalOf(act: AccountAct, error: unknown): AccountRefusal {
  const issues = error instanceof AppError ? error.issues : [];
  const fields = Object.fromEntries(issues.toReversed().map((issue) => [issue.path, issue]));
  return { of: act.kind, message: messageOf(error), fields };
}
