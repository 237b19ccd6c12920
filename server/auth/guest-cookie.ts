import { createHmac, timingSafeEqual } from 'node:crypto';
import { letters, newId } from '../services/ids.ts';

const hourMs = 60 * 60 * 1000;
const dayMs = 24 * hourMs;
const idLetters = 16;
/** So many for the hours since 1970, up to the year 3600. */
const hourLetters = 4;
const signatureLetters = 5;
/** For so long a guest is known who keeps nothing and does not come back. */
export const guestCookieMs = 30 * dayMs;
/** A cookie older than this is issued anew when its guest asks who they are. */
const renewMs = dayMs;
/** Clocks of servers differ. */
const mostAheadMs = 60_000;

const form = /^guest\.([0-9A-Za-z]{16})\.([0-9a-z]{1,11})\.([\w-]{43})$/;

/** Of a guest, as long as nothing of theirs is stored: all that their cookie says. */
export interface GuestPass {
  id: string;
  issuedMs: number;
}

/** The name of the only session that a guest has, by a cookie alone or not. */
export const guestSession = {
  of: ({ id }: { id: string }): string => `guest:${id}`,
  idIn: (sessionId: string): string | null => /^guest:(\w+)$/.exec(sessionId)?.[1] ?? null,
};

/**
 * Cookies that name a guest without anything being stored: `guest.ID.ISSUED.MAC`, the moment as seconds in base 36, the HMAC-SHA-256
 * of both in base64url. They stand under the name of the session cookie, which takes their place when there is a session.
 */
export function createGuestCookies(key: Buffer, cookieName: string, nowMs: () => number = Date.now) {
  const macOf = (id: string, issued: string) => createHmac('sha256', key).update(`${id}.${issued}`).digest();
  const valueIn = (header: string | undefined): string | undefined =>
    header
      ?.split(';')
      .map((pair) => pair.trim())
      .find((pair) => pair.startsWith(`${cookieName}=`))
      ?.slice(cookieName.length + 1);

  /** The letters at the end of an id that this server has given. */
  const signatureOf = (start: string): string =>
    Array.from(createHmac('sha256', key).update(`id ${start}`).digest().subarray(0, signatureLetters), (byte) => letters[byte % 62]).join(
      '',
    );

  return {
    /** An id for a guest: the hour, a random part, and letters that show that it was given here. */
    newId(): string {
      let [hours, since] = [Math.floor(nowMs() / hourMs), ''];
      for (; since.length < hourLetters; hours = Math.floor(hours / 62)) since = letters[hours % 62]! + since;
      const start = since + newId(idLetters - hourLetters - signatureLetters);
      return start + signatureOf(start);
    },

    /** Since when there is a guest with this id, in ms, or null where this server has not given it. */
    sinceOf(id: string): number | null {
      const start = id.slice(0, -signatureLetters);
      if (id.length !== idLetters || signatureOf(start) !== id.slice(-signatureLetters)) return null;
      return Array.from(start.slice(0, hourLetters)).reduce((hours, letter) => hours * 62 + letters.indexOf(letter), 0) * hourMs;
    },

    /** @returns the value of a cookie for this guest, from now on */
    issue(id: string): string {
      const issued = Math.floor(nowMs() / 1000).toString(36);
      return `guest.${id}.${issued}.${macOf(id, issued).toString('base64url')}`;
    },

    /** What the `Cookie` header of a request says, or null where it has no such cookie, or one that is forged or expired. */
    read(header: string | undefined): GuestPass | null {
      const [, id, issued, mac] = form.exec(valueIn(header) ?? '') ?? [];
      if (id === undefined || issued === undefined || mac === undefined) return null;
      if (!timingSafeEqual(Buffer.from(mac, 'base64url'), macOf(id, issued))) return null;
      const issuedMs = Number.parseInt(issued, 36) * 1000;
      const ageMs = nowMs() - issuedMs;
      return ageMs < guestCookieMs && ageMs > -mostAheadMs ? { id, issuedMs } : null;
    },

    isOld: ({ issuedMs }: GuestPass): boolean => nowMs() - issuedMs > renewMs,
  };
}
