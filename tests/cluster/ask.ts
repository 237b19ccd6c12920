import type { IncomingHttpHeaders } from 'node:http';
import { request } from 'node:https';

interface SiteAnswer {
  status: number;
  headers: IncomingHttpHeaders;
  bytes: Buffer;
  text: string;
}

interface AskOptions {
  method?: string;
  headers?: Readonly<Record<string, string>>;
  body?: string | Buffer;
}

/** Sends requests to a site whose certificate only they trust, each on a connection of its own. */
export function asker(site: string, certificate: string) {
  return (path: string, { method = 'GET', headers = {}, body }: AskOptions = {}): Promise<SiteAnswer> =>
    new Promise((resolve, reject) => {
      const length = body === undefined ? {} : { 'content-length': String(Buffer.byteLength(body)) };
      const options = { method, headers: { ...length, ...headers }, ca: certificate, agent: false } as const;
      const asking = request(`${site}${path}`, options, async (response) => {
        const chunks: Buffer[] = [];
        for await (const chunk of response) chunks.push(chunk as Buffer);
        const bytes = Buffer.concat(chunks);
        resolve({ status: response.statusCode ?? 0, headers: response.headers, bytes, text: bytes.toString() });
      });
      asking.once('error', reject);
      asking.end(body);
    });
}

export type SiteAsk = ReturnType<typeof asker>;
