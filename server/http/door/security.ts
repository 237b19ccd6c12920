import type { IncomingMessage, ServerResponse } from 'node:http';
import type { RequestHandler } from 'express';
import helmet from 'helmet';

type Helmet = ReturnType<typeof helmet>;

const yearSeconds = 365 * 24 * 60 * 60;

/**
 * Headers of every answer. The page is cross-origin isolated, for shared memory. Scripts come from here alone; `blob:` is what the
 * audio library makes its worklets from. No text becomes markup or a script but by the templates (`lit-html`) and what
 * `client/engine/trusted-types.ts` allows (`default`). Styles may stand in the page, where a component sets them on its elements.
 * To be called before anything answers: not only Express does.
 * @param overTls whether the server is found at an https:// address; browsers ask for it over TLS alone from then on.
 */
export function securityHeaders(overTls: boolean): (request: IncomingMessage, response: ServerResponse) => void {
  const set = headersFor("'self'", 'same-origin', overTls);
  return (request, response) => set(request, response, () => {});
}

/**
 * The same for a page that may stand within those of others. It shows one universe and has no control that changes anything: there is
 * nothing to be lured into. Browsers send it no cookie there, and a page that is itself isolated has to be able to load it.
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
