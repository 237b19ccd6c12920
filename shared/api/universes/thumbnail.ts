/** Size of a thumbnail, in pixels. */
export const thumbnailSize = { width: 640, height: 360 } as const;

/** Letters of its version, which is a digest of its bytes. */
export const thumbnailVersionLetters = 22;
