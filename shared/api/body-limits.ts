/** The most bytes of a body, by its kind: a file, a thumbnail, a report of a page, and all others. */
export const bodyLimits = { usual: 64 * 1024, file: 2 * 1024 * 1024, thumbnail: 64 * 1024, report: 4 * 1024 } as const;
export type BodyKind = keyof typeof bodyLimits;

/** The media type of a body of each kind. Thumbnails are JPEG, since every site that shows pages of others can show that. */
export const bodyTypes: Readonly<Record<BodyKind, string>> = {
  usual: 'application/json',
  file: 'application/json',
  thumbnail: 'image/jpeg',
  report: 'application/json',
};

/** The deepest nesting of a body: no body that a schema would take comes near. */
export const deepestBody = 24;
