import { IncomingMessage, ServerResponse } from 'node:http';
import { Socket } from 'node:net';
import { expect, it } from 'vitest';
import { securityHeaders } from './security.ts';

/** Returns the header lines as NGINX has them. */
function asNginx(headers: NodeJS.Dict<number | string | string[]>): string {
  const lines = Object.entries(headers).map(([name, value]) => `add_header ${name} "${String(value)}" always;`);
  return `# The headers of server/http/door/security.ts, for files that no process serves.\n${lines.join('\n')}\n`;
}

it('are those that NGINX sends with the files that it serves itself', async () => {
  const request = new IncomingMessage(new Socket());
  const response = new ServerResponse(request);
  securityHeaders(true)(request, response);
  const text = asNginx(response.getHeaders());
  expect(text).toContain('cross-origin-embedder-policy "require-corp"');
  // A quotation mark or a dollar would mean something else to NGINX.
  expect(text).not.toMatch(/[$\\]|"[^"\n]*"[^ \n]*"/);
  await expect(text).toMatchFileSnapshot('../../../deploy/nginx/security-headers.conf');
});
