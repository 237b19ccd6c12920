import type { RouteBody } from '../../shared/api/contract/contract.ts';
import type { ArrivalPurpose } from '../../shared/api/accounts/person.ts';
import type { FieldIssue } from '../../shared/api/errors.ts';

/** Everything that a person can want of their account. */
export type AccountAct =
  | ({ kind: 'sign-in' } & RouteBody<'logIn'>)
  | ({ kind: 'sign-up' } & RouteBody<'register'>)
  | { kind: 'sign-out' }
  | { kind: 'sign-out-everywhere' }
  | { kind: 'profile'; patch: RouteBody<'updateMe'> }
  | ({ kind: 'forgot-password' } & RouteBody<'forgotPassword'>)
  | { kind: 'reset-password'; password: string }
  | { kind: 'send-verification' }
  /** To a provider, to come in by it, to connect it, or to confirm by it that it is still the same user. */
  | { kind: 'arrive'; provider: string; purpose: ArrivalPurpose }
  | { kind: 'unlink'; provider: string }
  /** Says the password once more, for what was refused until then; or lets that be. */
  | ({ kind: 'confirm' } & RouteBody<'confirmIdentity'>)
  | { kind: 'stop-confirming' }
  | ({ kind: 'password' } & RouteBody<'changePassword'>)
  | ({ kind: 'delete' } & RouteBody<'deleteMe'>);

export type AccountActKind = AccountAct['kind'];

/** Why an act came to nothing: one sentence, or a rule for each field that broke one. */
export interface AccountRefusal {
  of: AccountActKind;
  message: string;
  /** What is wrong with fields, by their path. */
  fields: Readonly<Record<string, FieldIssue>>;
}

export interface AccountView {
  /** What the server is being asked for. */
  pending: AccountActKind | null;
  /** What it was asked for last, where it was done. */
  done: AccountActKind | null;
  refusal: AccountRefusal | null;
  /** What the server does only once the user has confirmed that it is they. */
  unconfirmed: AccountAct | null;
}

export const noAct: AccountView = { pending: null, done: null, refusal: null, unconfirmed: null };
