import type { IncomingMessage, ServerResponse } from 'node:http';
import type { RequestHandler } from 'express';

/** Runs the session middleware on a bare cookie, so that its parsing and its signature check are the only ones there are. */
export function sessionUserId(withSession: RequestHandler, cookie: string | undefined): Promise<string | null> {
  return new Promise((resolve, reject) => {
    const request = {
      headers: { cookie },
      url: '/',
      originalUrl: '/',
      method: 'GET',
      socket: {},
      connection: {},
    } as unknown as IncomingMessage;
    const response = { setHeader() {}, getHeader() {}, end() {}, writeHead() {} } as unknown as ServerResponse;
    withSession(request as never, response as never, (error?: unknown) => {
      const stored = (request as unknown as { session?: { passport?: { user?: string } } }).session;
      if (error) reject(error as Error);
      else resolve(stored?.passport?.user ?? null);
    });
  });
}
