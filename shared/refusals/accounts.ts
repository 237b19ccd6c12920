import type { RefusalText } from './places.ts';

/** Refusals about accounts, sessions, sign-in methods and notifications. */
export const accountRefusals = {
  'account-exists': { code: 'conflict', text: 'You already have an account. Sign out to create another one.' },
  'admins-only': { code: 'not-allowed', text: 'Only administrators of this server may see that.' },
  'address-unconfirmed': {
    code: 'conflict',
    text: 'There is an account with your address, but the address is not confirmed. Sign in with the password of that account, and connect {provider} in the settings.',
  },
  'address-unusable': { code: 'conflict', text: 'This address can not be used.' },
  'changed-during-request': { code: 'conflict', text: 'Something has changed in the meantime. Try again.' },
  'confirmation-needed': { code: 'reauthentication-needed', text: 'Confirm first that it is you.' },
  'identity-elsewhere': { code: 'conflict', text: '{provider} is connected to another account, or your account to another user there.' },
  'identity-of-other': { code: 'wrong-credentials', text: '{provider} knows you as someone other than the owner of this account.' },
  'link-expired': { code: 'not-found', text: 'This link is not valid any more. Ask for a new one.' },
  'no-notification': { code: 'not-found', text: 'There is no such notification.' },
  'no-provider': { code: 'not-found', text: 'There is no such provider.' },
  'no-user': { code: 'not-found', text: 'There is no such user.' },
  'not-connected': { code: 'not-found', text: 'No sign-in method of that name is connected.' },
  'only-sign-in-method': {
    code: 'conflict',
    text: 'This is your only sign-in method. Choose a password, or connect another one first.',
  },
  'provider-refused': { code: 'wrong-credentials', text: '{provider} did not confirm who you are. Try again.' },
  'provider-unavailable': { code: 'unavailable', text: '{provider} does not answer at the moment. Try again later.' },
  'session-ended': { code: 'not-allowed', text: 'Your session has ended. Sign in again.' },
  'sign-in-needed': { code: 'not-allowed', text: 'Sign in to do that.' },
  'sign-in-unknown': { code: 'wrong-credentials', text: 'This sign-in was started elsewhere, or too long ago. Start again.' },
  'too-many-passwords': { code: 'rate-limited', text: 'Too many wrong passwords. {again}' },
  'wrong-password': { code: 'wrong-credentials', text: 'The password is wrong.' },
  'wrong-sign-in': { code: 'wrong-credentials', text: 'The address or the password is wrong.' },
} as const satisfies Record<string, RefusalText>;
