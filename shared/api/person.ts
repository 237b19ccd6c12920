/** What a person may be called, write and choose. Contract, columns and inputs take their ranges from here; lengths are in characters. */
export const personLimits = {
  displayName: { min: 1, max: 40 },
  bio: { max: 500 },
  /** RFC 5321, §4.5.3.1.3, without the brackets. */
  email: { max: 254 },
  password: { min: 8, max: 200 },
} as const;

/** Light enough to stand on the dark stage, far enough apart to tell people by. */
export const personColours = [
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

/** How the ids of providers look, whose word is taken about who somebody is. */
export const providerIdPattern = /^[a-z0-9-]{1,20}$/;

/** What somebody goes to a provider for: to sign in, so that they can sign in that way from then on, or to confirm that it is still they. */
export const arrivalPurposes = ['sign-in', 'link', 'confirm'] as const;
export type ArrivalPurpose = (typeof arrivalPurposes)[number];

/** What a link of a mail is for, and for how many hours it holds. */
export const mailSecretHours = { verify: 24, reset: 1 } as const;
export type MailSecretPurpose = keyof typeof mailSecretHours;

/** What an account may be on the whole server. */
export const accountRoles = ['user', 'admin'] as const;
export type AccountRole = (typeof accountRoles)[number];
