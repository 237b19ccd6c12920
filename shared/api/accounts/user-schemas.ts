import { z } from 'zod';
import { rule } from '../../refusals/rule.ts';
import { lineSchema, linesSchema } from '../../text/given-text.ts';
import { accountRoles, signInPurposes, userColours, userLimits } from './user.ts';
import { preferenceChoices, type PreferenceName } from './preferences.ts';

export const displayNameSchema = lineSchema(userLimits.displayName);

const email = z.string().trim().max(userLimits.email.max).pipe(z.email());

const { min, max } = userLimits.password;
const password = z.string().min(min).max(max);

export const preferencesSchema = z.strictObject({
  theme: z.enum(preferenceChoices.theme),
  reducedMotion: z.enum(preferenceChoices.reducedMotion),
  pictureQuality: z.enum(preferenceChoices.pictureQuality),
  language: z.enum(preferenceChoices.language),
  reports: z.enum(preferenceChoices.reports),
} satisfies Record<PreferenceName, z.ZodType>);

/** The current user: no other user is ever told the address or the preferences. */
export const meSchema = z.object({
  id: z.string(),
  displayName: z.string(),
  colour: z.string(),
  bio: z.string(),
  /** Null for guests, and for accounts without an address. */
  email: z.string().nullable(),
  /** True when the address was verified. */
  isEmailVerified: z.boolean(),
  /** True when the account has a password. */
  hasPassword: z.boolean(),
  role: z.enum(accountRoles),
  isGuest: z.boolean(),
  preferences: preferencesSchema,
});
export type Me = z.infer<typeof meSchema>;

/** The public profile of a user. */
export const profileSchema = z.object({
  id: z.string(),
  displayName: z.string(),
  colour: z.string(),
  bio: z.string(),
  isGuest: z.boolean(),
  /** Time of registration. */
  since: z.iso.datetime(),
});
export type Profile = z.infer<typeof profileSchema>;

export const updateMeSchema = z
  .strictObject({
    displayName: displayNameSchema.optional(),
    bio: linesSchema(userLimits.bio).optional(),
    colour: z.enum(userColours).optional(),
    preferences: preferencesSchema
      .partial()
      .refine((chosen) => Object.keys(chosen).length > 0, rule('nothing-chosen'))
      .optional(),
  })
  .refine((patch) => Object.keys(patch).length > 0, rule('nothing-chosen'));

export const registerSchema = z.strictObject({ email, password, displayName: displayNameSchema.optional() });

export const signInSchema = z.strictObject({ email, password });

export const changePasswordSchema = z.strictObject({ current: password, next: password });

export const confirmIdentitySchema = z.strictObject({ password });

/** The sign-in methods of the server, beside the password. */
export const signInMethodsSchema = z.object({
  /** True when mail is sent; without it no address can be verified and no password reset. */
  mail: z.boolean(),
  /** The identity providers. */
  providers: z.array(z.object({ id: z.string(), name: z.string() })),
});
export type SignInMethods = z.infer<typeof signInMethodsSchema>;

export const beginProviderSignInSchema = z.strictObject({ purpose: z.enum(signInPurposes) });

/** The address of the provider to go to. */
export const providerSignInSchema = z.object({ location: z.url() });

const answered = z.string().min(1).max(4096);

/** The query with which the provider sends a user back to the page. */
export const finishProviderSignInSchema = z.strictObject({ code: answered, state: answered, iss: answered.optional() });

/** The identity providers that are connected to an account. */
export const identitiesSchema = z.object({ identities: z.array(z.object({ provider: z.string(), since: z.iso.datetime() })) });
export type Identities = z.infer<typeof identitiesSchema>;

/** A secret that only a mail holds. */
const secret = z.string().min(1).max(100);

export const verifyAddressSchema = z.strictObject({ secret });

export const forgotPasswordSchema = z.strictObject({ email });

export const resetPasswordSchema = z.strictObject({ secret, password });

/** Guests have no password to give. `heirs` names who gets which universe: ids of users by the ids of universes. */
export const deleteMeSchema = z.strictObject({
  password: password.optional(),
  heirs: z.record(z.string().max(24), z.string().max(24)).optional(),
});
