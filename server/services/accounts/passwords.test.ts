import { expect, it } from 'vitest';
import { decoyHash, hashPassword, isPassword } from './passwords.ts';

const costOf = (hash: string) => hash.split('$').slice(0, 4).join('$');

it('accepts the same password in any Unicode composition, and no other', async () => {
  const hash = await hashPassword('crème brûlée');
  expect(await isPassword('crème brûlée'.normalize('NFD'), hash)).toBe(true);
  expect(await isPassword('creme brulee', hash)).toBe(false);
  expect(await hashPassword('crème brûlée')).not.toBe(hash);
});

it('hashes as OWASP recommends, and takes as long for an account that does not exist', async () => {
  expect(costOf(await hashPassword('correct horse'))).toBe('$argon2id$v=19$m=19456,p=1,t=2');
  expect(costOf(decoyHash)).toBe('$argon2id$v=19$m=19456,p=1,t=2');
  expect(await isPassword('correct horse', null)).toBe(false);
});
