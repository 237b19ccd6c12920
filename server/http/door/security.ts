import type { IncomingMessage, ServerResponse } from 'node:http';
import type { RequestHandler } from 'express';
import helmet from 'helmet';

type Helmet = ReturnType<typeof helmet>;

const yearSeconds = 365 * 24 * 60 * 60;

/**
 * Sets the security headers of every answer. The page is cross-origin isolated, for shared memory. Scripts come from this origin alone;
 * `blob:` is for the worklets of the audio library. Text becomes markup or script only through templates (`lit-html`) and what
 * `client/engine/trusted-types.ts` allows (`default`). Inline styles are allowed, since components set them on their elements. Call it
 * before anything answers: not only Express does.
 * @param overTls whether the public URL is https://; browsers then use TLS alone.
 */
export function securityHeaders(overTls: boolean): (request: IncomingMessage, response: ServerResponse) => void {
  const set = headersFor("'self'", 'same-origin', overTls);
  return (request, response) => set(request, response, () => {});
}

/**
 * Sets the headers of an embed. It shows one universe and has no control that changes anything, so clickjacking gains nothing. Browsers
 * send it no cookie there, and a page that is itself isolated has to be able to load it.
 */
export function framedHeaders(): RequestHandler {
  const framed = headersFor('*', 'cross-origin');
  return (request, response, next) => {
    response.removeHeader('X-Frame-Options');
    framed(request, response, next);
  };
}

function headersFor(frameAncestors: "'self'" | '*', resourcePolicy: 'same-origin' | 'cross-origin', overTls = false): Helmet {
  return helmet({
    xFrameOptions: frameAncestors === '*' ? false : { action: 'sameorigin' },
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'self'"],
        baseUri: ["'none'"],
        connectSrc: ["'self'"],
        fontSrc: ["'self'", 'data:'],
        formAction: ["'self'"],
        frameAncestors: [frameAncestors],
        imgSrc: ["'self'", 'data:', 'blob:'],
        mediaSrc: ["'self'", 'blob:'],
        objectSrc: ["'none'"],
        scriptSrc: ["'self'", 'blob:'],
        scriptSrcAttr: ["'none'"],
        styleSrc: ["'self'", "'unsafe-inline'"],
        workerSrc: ["'self'", 'blob:'],
        requireTrustedTypesFor: ["'script'"],
        trustedTypes: ['lit-html', 'default'],
      },
    },
    crossOriginOpenerPolicy: { policy: 'same-origin' },
    crossOriginEmbedderPolicy: { policy: 'require-corp' },
    crossOriginResourcePolicy: { policy: resourcePolicy },
    referrerPolicy: { policy: 'same-origin' },
    strictTransportSecurity: overTls && { maxAge: yearSeconds, includeSubDomains: true },
  });
}
