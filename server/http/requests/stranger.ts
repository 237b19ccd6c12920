import type { Request } from 'express';

/** Returns whether a request comes without any sign of who sends it: only then may others get the same answer. */
export const isFromStranger = ({ headers }: Pick<Request, 'headers'>): boolean => !headers.cookie && !headers.authorization;
