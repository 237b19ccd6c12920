import { expect, it } from 'vitest';
import { createVisitor, startTestServer } from '../testing/test-server.ts';

it('binds the session to this host if the page is served over TLS', async () => {
  const server = await startTestServer({ NODE_ENV: 'production', TRUST_PROXY: '1' });
  try {
    const visitor = createVisitor(server.url, { 'x-forwarded-proto': 'https' });
    const first = await visitor.call<{ id: string }>('GET', '/api/v1/me');
    expect(first.headers.get('set-cookie')).toMatch(/^__Host-harmonic\.session=.*; Path=\/; .*HttpOnly; Secure; SameSite=Lax$/);
    expect((await visitor.call<{ id: string }>('GET', '/api/v1/me')).body.id).toBe(first.body.id);
    const left = await visitor.call('POST', '/api/v1/auth/logout');
    expect(left.headers.get('set-cookie')).toMatch(/^__Host-harmonic\.session=; Path=\/; Expires=Thu, 01 Jan 1970 .*Secure/);
  } finally {
    await server.stop();
  }
});
