/** Most bytes of a body, by its kind: of one that is a file, of a picture, and of all others. */
export const bodyLimits = { usual: 64 * 1024, file: 2 * 1024 * 1024, picture: 64 * 1024 } as const;
export type BodyKind = keyof typeof bodyLimits;

/** What a body of each kind is sent as. Pictures are JPEG, since every site that shows pages of others can show that. */
export const bodyTypes: Readonly<Record<BodyKind, string>> = {
  usual: 'application/json',
  file: 'application/json',
  picture: 'image/jpeg',
};

/** How deep what is sent may be nested: no body that a schema would take comes near. */
export const deepestBody = 24;
