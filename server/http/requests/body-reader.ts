import type { Request, RequestHandler } from 'express';
import { refuse } from '../../../shared/refusals/refuse.ts';

/** Reads a JSON body into `request.body`: an object or an array, or an empty object if the body is empty. limit: in bytes */
export function readJson(limit: number): RequestHandler {
  return reading(limit, (bytes, request) => {
    const charset = /;\s*charset\s*=\s*"?([^\s;"]+)/i.exec(request.get('content-type') ?? '')?.[1]?.toLowerCase() ?? 'utf-8';
    if (charset !== 'utf-8' && charset !== 'utf8') throw refuse('unknown-charset');
    return bytes.length === 0 ? {} : parse(bytes.toString('utf8'));
  });
}

/** Reads a body as bytes. limit: the maximum */
export const readRaw = (limit: number): RequestHandler => reading(limit, (bytes) => bytes);

function reading(limit: number, as: (bytes: Buffer, request: Request) => unknown): RequestHandler {
  return async (request, _response, next) => {
    const { headers } = request;
    if (headers['transfer-encoding'] === undefined && headers['content-length'] === undefined) return next();
    const encoding = headers['content-encoding']?.toLowerCase() ?? 'identity';
    // What is packed may be small, and unpack to anything.
    if (encoding !== 'identity') throw refuse('unknown-encoding');
    request.body = as(await bytesOf(request, limit), request);
    next();
  };
}

/**
 * Reads the bytes of a body. Rejects as soon as it is too large, and reads no more of it.
 * @throws AppError `body-too-large`, or `malformed-body` if it ends too early
 */
function bytesOf(request: Request, limit: number): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    const tooLarge = () => refuse('sent-too-large');
    if (Number(request.headers['content-length'] ?? 0) > limit) return reject(tooLarge());
    const chunks: Buffer[] = [];
    let length = 0;
    const settle = (act: () => void) => {
      request.off('data', take).off('end', end).off('error', cut).off('close', cut);
      act();
    };
    const take = (chunk: Buffer) => {
      length += chunk.length;
      chunks.push(chunk);
      if (length <= limit) return;
      request.pause();
      settle(() => reject(tooLarge()));
    };
    const end = () => settle(() => resolve(Buffer.concat(chunks)));
    const cut = () => settle(() => reject(refuse('request-unreadable')));
    request.on('data', take).on('end', end).on('error', cut).on('close', cut);
  });
}

function parse(text: string): unknown {
  const whole = text.replace(/^\uFEFF/, '');
  const malformed = (cause?: unknown) => refuse('body-not-json', {}, { cause });
  if (!/^\s*[[{]/.test(whole)) throw malformed();
  try {
    return JSON.parse(whole);
  } catch (error) {
    throw malformed(error);
  }
}
