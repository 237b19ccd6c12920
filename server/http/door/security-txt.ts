import { Router } from 'express';

const path = '/.well-known/security.txt';
const validDays = 30;
const dayMs = 24 * 60 * 60 * 1000;

/**
 * Serves the contact for vulnerability reports, if the operator gives one.
 * @param contact a mailto: or https:// URL
 * @param publicUrl origin of the server
 * @see RFC 9116
 */
export function createSecurityTxt(contact: string | null, publicUrl: string): Router {
  const router = Router({ caseSensitive: true, strict: true });
  if (contact === null) return router;
  router.get(path, (_request, response) => {
    // Rounded to whole days, so that the text does not change with each request.
    const expires = new Date((Math.floor(Date.now() / dayMs) + validDays) * dayMs).toISOString();
    const lines = [`Contact: ${contact}`, `Expires: ${expires}`, 'Preferred-Languages: en', `Canonical: ${publicUrl}${path}`];
    response.type('text/plain').send(`${lines.join('\n')}\n`);
  });
  return router;
}
