import { createHash, randomBytes } from 'node:crypto';

const secretBytes = 24;

/** A secret for an address, which is told once. */
export const newSecret = () => randomBytes(secretBytes).toString('base64url');

/** What is kept of it: so many random bytes can't be guessed, so that a plain hash is enough. */
export const hashOfSecret = (secret: string) => createHash('sha256').update(secret).digest('hex');
