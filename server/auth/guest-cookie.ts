import { createHmac, timingSafeEqual } from 'node:crypto';
import { letters, newId } from '../services/ids.ts';

const hourMs = 60 * 60 * 1000;
const dayMs = 24 * hourMs;
const idLetters = 16;
/** The characters for the hours since 1970; enough up to the year 3600. */
const hourLetters = 4;
const signatureLetters = 5;
/** The time after which a guest without stored content who does not return is forgotten. */
export const guestCookieMs = 30 * dayMs;
/** A cookie older than this is renewed at the guest's next read. */
const renewMs = dayMs;
/** Clocks of servers differ. */
const maxAheadMs = 60_000;

const form = /^guest\.([0-9A-Za-z]{16})\.([0-9a-z]{1,11})\.([\w-]{43})$/;

/** The content of the cookie of a guest who is not stored. */
export interface GuestPass {
  id: string;
  issuedMs: number;
}

/** The id of a guest's single session, whether it is only a cookie or stored. */
export const guestSession = {
  of: ({ id }: { id: string }): string => `guest:${id}`,
  idIn: (sessionId: string): string | null => /^guest:(\w+)$/.exec(sessionId)?.[1] ?? null,
};

/**
 * Cookies that identify a guest without stored data: `guest.ID.ISSUED.MAC`, the time as seconds in base 36, the HMAC-SHA-256 of both in
 * base64url. They have the name of the session cookie, which replaces them when a session begins.
 */
export function createGuestCookies(key: Buffer, cookieName: string, nowMs: () => number = Date.now) {
  const macOf = (id: string, issued: string) => createHmac('sha256', key).update(`${id}.${issued}`).digest();
  const valueIn = (header: string | undefined): string | undefined =>
    header
      ?.split(';')
      .map((pair) => pair.trim())
      .find((pair) => pair.startsWith(`${cookieName}=`))
      ?.slice(cookieName.length + 1);

  /** Returns the signature at the end of an id that this server has issued. */
  const signatureOf = (start: string): string =>
    Array.from(createHmac('sha256', key).update(`id ${start}`).digest().subarray(0, signatureLetters), (byte) => letters[byte % 62]).join(
      '',
    );

  return {
    /** Returns an id for a guest: the hour, a random part, and a signature of this server. */
    newId(): string {
      let [hours, since] = [Math.floor(nowMs() / hourMs), ''];
      for (; since.length < hourLetters; hours = Math.floor(hours / 62)) since = letters[hours % 62]! + since;
      const start = since + newId(idLetters - hourLetters - signatureLetters);
      return start + signatureOf(start);
    },

    /** Returns the time in ms at which this server issued the id, or null if it did not. */
    sinceOf(id: string): number | null {
      const start = id.slice(0, -signatureLetters);
      if (id.length !== idLetters || signatureOf(start) !== id.slice(-signatureLetters)) return null;
      return Array.from(start.slice(0, hourLetters)).reduce((hours, letter) => hours * 62 + letters.indexOf(letter), 0) * hourMs;
    },

    /** @returns the value of a cookie for this guest, valid from now */
    issue(id: string): string {
      const issued = Math.floor(nowMs() / 1000).toString(36);
      return `guest.${id}.${issued}.${macOf(id, issued).toString('base64url')}`;
    },

    /** Reads the `Cookie` header of a request. Returns null if there is no such cookie, or it is forged or expired. */
    read(header: string | undefined): GuestPass | null {
      const [, id, issued, mac] = form.exec(valueIn(header) ?? '') ?? [];
      if (id === undefined || issued === undefined || mac === undefined) return null;
      if (!timingSafeEqual(Buffer.from(mac, 'base64url'), macOf(id, issued))) return null;
      const issuedMs = Number.parseInt(issued, 36) * 1000;
      const ageMs = nowMs() - issuedMs;
      return ageMs < guestCookieMs && ageMs > -maxAheadMs ? { id, issuedMs } : null;
    },

    isOld: ({ issuedMs }: GuestPass): boolean => nowMs() - issuedMs > renewMs,
  };
}
