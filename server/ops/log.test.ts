import { Writable } from 'node:stream';
import { expect, it } from 'vitest';
import { createLog } from './log.ts';

/** Returns the log line of an object. */
function logged(what: object): string {
  let text = '';
  const stream = new Writable({
    write(chunk: Buffer, _encoding, done) {
      text += chunk.toString();
      done();
    },
  });
  createLog('info', stream).info(what, 'a message');
  return text;
}

it('writes no passwords and no addresses, at any depth', () => {
  const secret = { password: 'hunter2', current: 'hunter2', next: 'hunter2', email: 'hunter2', passwordHash: 'hunter2' };
  for (const what of [secret, { body: secret }, { req: { body: secret, headers: { cookie: 'hunter2' } } }]) {
    expect(logged(what)).toContain('a message');
    expect(logged(what)).not.toContain('hunter2');
  }
});

it('writes the text of a failed query, but not its parameters', () => {
  const error = new Error('Failed query: insert into users\nparams: hunter2');
  const text = logged({
    err: Object.assign(error, { query: 'insert into users', params: ['hunter2'], cause: new Error('no space left') }),
  });
  expect(text).not.toContain('hunter2');
  for (const kept of ['insert into users', 'no space left', 'log.test.ts']) expect(text).toContain(kept);
});
