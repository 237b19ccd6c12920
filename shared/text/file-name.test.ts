import { expect, it } from 'vitest';
import { contentDisposition, fileBase } from './file-name.ts';

it.each([
  ['Taken along', 'Taken-along'],
  ['Gärten 2', 'Gärten-2'],
  ['cafe\u0301', 'café'],
  ['音楽の宇宙', '音楽の宇宙'],
  ['می\u200cخواهم', 'میخواهم'],
  ['a<b>c:d"e/f\\g|h?i*j', 'a-b-c-d-e-f-g-h-i-j'],
  ['..\\..\\hidden', 'hidden'],
  ['.profile', 'profile'],
  ['~$lock. . ', 'lock'],
  ['a\u202egpj.exe\u0000\n', 'agpj-exe'],
  ['🎹🎶', 'universe'],
  ['', 'universe'],
  ['...', 'universe'],
  ['\u0301', 'universe'],
  ['CON', 'CON-universe'],
  ['aux.', 'aux-universe'],
  ['nul ', 'nul-universe'],
  ['COM1', 'COM1-universe'],
  ['lpt³', 'lpt³-universe'],
  ['ＣＯＮ', 'ＣＯＮ'],
  ['CONIN$', 'CONIN-universe'],
  ['Console', 'Console'],
  ['COM10', 'COM10'],
  ['con.text', 'con-text'],
])('names the file of %j %j', (name, base) => expect(fileBase(name)).toBe(base));

it('fits the length limit of file systems, and cuts no character in half', () => {
  for (const sign of ['x', 'é', '音', '𝄞', 'क्ष', '👩‍🚀a']) {
    const base = fileBase(sign.repeat(300));
    expect(Buffer.byteLength(`${base}-percussion.universe.json`)).toBeLessThan(255);
    expect(base.isWellFormed()).toBe(true);
  }
});

it('is sent in two forms, so that every program finds a name', () => {
  expect(contentDisposition('Garden.json', 'universe.json')).toBe(`attachment; filename="Garden.json"; filename*=UTF-8''Garden.json`);
  expect(contentDisposition('Gärten.json', 'universe.json')).toBe(
    `attachment; filename="universe.json"; filename*=UTF-8''G%C3%A4rten.json`,
  );
});
