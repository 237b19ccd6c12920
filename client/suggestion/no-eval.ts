import { config } from 'zod';

/** Checks documents without compiled code, which the page's policy of trusted types refuses. */
config({ jitless: true });
