import type { Request } from 'express';
import { refuse } from '../../../shared/refusals/refuse.ts';

/** Returns whether a request comes from our own pages, or from a program that is no browser and sends no origin. */
export function isOwnOrigin(origin: string | undefined, host: string | undefined, allowedOrigins: readonly string[]): boolean {
  if (origin === undefined) return true;
  if (allowedOrigins.includes(origin)) return true;
  try {
    return host !== undefined && new URL(origin).host === host;
  } catch {
    return false;
  }
}

export const foreignOrigin = () => refuse('page-not-allowed');

/** Returns the public origin of this server, without a slash at the end. */
export type OriginOf = (request: Request) => string;

/** Returns the configured origin; without one, the origin that the request used. */
export const createOriginOf =
  (publicOrigin: string | null): OriginOf =>
  (request) =>
    publicOrigin ?? `${request.protocol}://${request.host}`;
