import type { RouteBody } from '../../shared/api/contract/contract.ts';
import type { SignInPurpose } from '../../shared/api/accounts/user.ts';
import type { FieldIssue } from '../../shared/api/errors.ts';

/** The actions of the account pages. */
export type AccountAct =
  | ({ kind: 'sign-in' } & RouteBody<'signIn'>)
  | ({ kind: 'sign-up' } & RouteBody<'register'>)
  | { kind: 'sign-out' }
  | { kind: 'sign-out-everywhere' }
  | { kind: 'profile'; patch: RouteBody<'updateMe'> }
  | ({ kind: 'forgot-password' } & RouteBody<'forgotPassword'>)
  | { kind: 'reset-password'; password: string }
  | { kind: 'send-verification' }
  /** Goes to an identity provider: to sign in, to connect it, or to confirm the user's identity. */
  | { kind: 'arrive'; provider: string; purpose: SignInPurpose }
  | { kind: 'unlink'; provider: string }
  /** Confirms the password for an action that was refused without it; or cancels the confirmation. */
  | ({ kind: 'confirm' } & RouteBody<'confirmIdentity'>)
  | { kind: 'stop-confirming' }
  | ({ kind: 'password' } & RouteBody<'changePassword'>)
  | ({ kind: 'delete' } & RouteBody<'deleteMe'>);

export type AccountActKind = AccountAct['kind'];

/** The reason why an action failed: a sentence, or an error per field. */
export interface AccountRefusal {
  of: AccountActKind;
  message: string;
  /** Broken rules of fields, by path. */
  fields: Readonly<Record<string, FieldIssue>>;
}

export interface AccountView {
  /** The action that waits for the server. */
  pending: AccountActKind | null;
  /** The last action, if it succeeded. */
  done: AccountActKind | null;
  refusal: AccountRefusal | null;
  /** The action that waits for the user to confirm their identity. */
  unconfirmed: AccountAct | null;
}

export const noAct: AccountView = { pending: null, done: null, refusal: null, unconfirmed: null };
