import { mailSecretHours, type MailSecretPurpose } from '../../../shared/api/accounts/user.ts';
import type { AccountPage } from '../../../shared/api/contract/pages.ts';
import type { Mail } from '../../ops/mailer.ts';

type Words = Omit<Mail, 'to'>;

const pageOf: Readonly<Record<MailSecretPurpose, AccountPage>> = { verify: 'verify', reset: 'reset-password' };

/** Returns the link of a mail. The secret is in the fragment, which browsers send to no server. */
const linkOf = (publicUrl: string, purpose: MailSecretPurpose, secret: string) => `${publicUrl}/${pageOf[purpose]}#${secret}`;

const hoursOf = (purpose: MailSecretPurpose) => (mailSecretHours[purpose] === 1 ? 'an hour' : `${mailSecretHours[purpose]} hours`);

const signature = '\n\nHarmonic Universe';

/** The mail to an address that a user entered. It contains nothing that another user could choose. */
export function verificationMail(publicUrl: string, secret: string): Words {
  return {
    subject: 'Confirm your address',
    text: `Somebody, we hope you, made an account on Harmonic Universe with this address. Confirm that it is yours:

${linkOf(publicUrl, 'verify', secret)}

The link holds for ${hoursOf('verify')}. If it was not you, do nothing: nobody can confirm it without this mail.${signature}`,
  };
}

export function passwordResetMail(publicUrl: string, secret: string): Words {
  return {
    subject: 'Choose a new password',
    text: `Somebody, we hope you, asked for a new password for your account on Harmonic Universe. Choose one here:

${linkOf(publicUrl, 'reset', secret)}

The link holds for ${hoursOf('reset')}, and can be used once. All devices are signed out then. If it was not you, do nothing: your password stays as it is.${signature}`,
  };
}

/** The mail to an account's address after an attempt to register with it again. */
export function addressTakenMail(publicUrl: string): Words {
  const signIn: AccountPage = 'sign-in';
  return {
    subject: 'You have an account already',
    text: `Somebody, we hope you, tried to make an account on Harmonic Universe with this address. You have one already. Sign in here, or ask for a new password there:

${publicUrl}/${signIn}

If it was not you, do nothing: nothing has changed.${signature}`,
  };
}
