/** Limits of a user's name and texts. Contract, columns and inputs take their ranges from here; lengths are in characters. */
export const userLimits = {
  displayName: { min: 1, max: 40 },
  bio: { max: 500 },
  /** RFC 5321, §4.5.3.1.3, without the brackets. */
  email: { max: 254 },
  password: { min: 8, max: 200 },
} as const;

/** Colours of users: light enough for the dark stage, different enough to distinguish users. */
export const userColours = [
  '#ff9b85',
  '#ffd166',
  '#b8e986',
  '#6ee7b7',
  '#67e8f9',
  '#8ab4ff',
  '#c4a7ff',
  '#f5a3d7',
  '#f7b267',
  '#9ad1d4',
] as const;

/** The form of the ids of identity providers. */
export const providerIdPattern = /^[a-z0-9-]{1,20}$/;

/** The purpose of going to a provider: to sign in, to connect it as a sign-in method, or to confirm the identity of the user. */
export const signInPurposes = ['sign-in', 'link', 'confirm'] as const;
export type SignInPurpose = (typeof signInPurposes)[number];

/** The purposes of links in mails, and the hours for which each is valid. */
export const mailSecretHours = { verify: 24, reset: 1 } as const;
export type MailSecretPurpose = keyof typeof mailSecretHours;

/** Roles of an account on the whole server. */
export const accountRoles = ['user', 'admin'] as const;
export type AccountRole = (typeof accountRoles)[number];
