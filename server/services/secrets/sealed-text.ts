import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import { refuse } from '../../../shared/refusals/refuse.ts';
import type { DataKey } from '../../config.ts';

const cipher = 'aes-256-gcm';
const nonceBytes = 12;
const tagBytes = 16;

/** Encryption of text with a key of the server. Each text is bound to a place: elsewhere it can't be opened. */
export interface SealedText {
  /** @returns `KEY_ID.BASE64URL`: nonce, tag and cipher text. */
  seal(text: string, place: string): string;
  /** @throws AppError `internal-error` if the key is unknown, or the text or the place changed. */
  open(sealed: string, place: string): string;
}

/** AES-256-GCM: the first of one or more keys seals, all of them open. */
export function createSealedText(keys: readonly DataKey[]): SealedText {
  const writing = keys[0]!;
  return {
    seal(text, place) {
      const nonce = randomBytes(nonceBytes);
      const sealing = createCipheriv(cipher, writing.bytes, nonce, { authTagLength: tagBytes }).setAAD(Buffer.from(place));
      const hidden = Buffer.concat([sealing.update(text, 'utf8'), sealing.final()]);
      return `${writing.id}.${Buffer.concat([nonce, sealing.getAuthTag(), hidden]).toString('base64url')}`;
    },

    open(sealed, place) {
      const [id, body = ''] = sealed.split('.');
      const key = keys.find((candidate) => candidate.id === id);
      if (!key) throw refuse('sealing-key-missing', { key: id });
      const bytes = Buffer.from(body, 'base64url');
      try {
        const opening = createDecipheriv(cipher, key.bytes, bytes.subarray(0, nonceBytes), { authTagLength: tagBytes });
        opening.setAAD(Buffer.from(place)).setAuthTag(bytes.subarray(nonceBytes, nonceBytes + tagBytes));
        return opening.update(bytes.subarray(nonceBytes + tagBytes), undefined, 'utf8') + opening.final('utf8');
      } catch (cause) {
        throw refuse('sealed-text-changed', { key: id }, { cause });
      }
    },
  };
}
