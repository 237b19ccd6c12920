import { createHash, randomBytes } from 'node:crypto';

const secretBytes = 24;

/** Returns a new secret for a URL. It is shown once. */
export const newSecret = () => randomBytes(secretBytes).toString('base64url');

/** The stored form of a secret: so many random bytes can't be guessed, so a plain hash is enough. */
export const hashOfSecret = (secret: string) => createHash('sha256').update(secret).digest('hex');
