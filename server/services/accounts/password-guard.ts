import { setTimeout as wait } from 'node:timers/promises';
import type { AppError } from '../../../shared/api/errors.ts';
import { guessRates } from '../../../shared/api/rates.ts';
import { refuseFor } from '../../../shared/refusals/refuse.ts';
import type { RateLimiter, Limiters } from '../../ops/limiters.ts';

/** The origin of a password attempt. */
export interface Guess {
  /** Identifies the account, in the same way whether it exists or not. */
  account: string;
  /** See `networkOf`. */
  network: string;
  /** The value by which the browser is known for the account, or null. */
  device: string | null;
}

type Count = readonly [RateLimiter, string];

export type PasswordGuard = ReturnType<typeof createPasswordGuard>;

/** The delay of a guess from an unknown browser, once many such browsers have tried the account. */
const pressedMs = 500;

/**
 * Limits guesses at passwords. Guesses can't lock the owner out: a browser that is known for the account is counted separately, and from a
 * network that has not guessed yet the right password is always accepted.
 */
export function createPasswordGuard(limiters: Limiters) {
  const limiterOf = (name: keyof typeof guessRates) => limiters(`guess-${name}`, guessRates[name]);
  const [device, network, networkOfAccount, session] = [
    limiterOf('device'),
    limiterOf('network'),
    limiterOf('networkOfAccount'),
    limiterOf('session'),
  ];
  const [strangers, pressed] = [limiterOf('strangers'), limiterOf('pressed')];

  /** Counts an attempt before its check, so that concurrent attempts count like successive ones; a right password is not counted. */
  const counted = async (counts: readonly Count[], check: () => Promise<boolean>): Promise<boolean> => {
    const taken: Count[] = [];
    for (const [limiter, key] of counts) {
      try {
        await limiter.consume(key);
      } catch (rejection) {
        await giveBack(taken);
        throw tooManyGuesses((rejection as { msBeforeNext: number }).msBeforeNext);
      }
      taken.push([limiter, key]);
    }
    const isRight = await check();
    if (isRight) await giveBack(taken);
    return isRight;
  };
  const giveBack = (counts: readonly Count[]) => Promise.all(counts.map(([limiter, key]) => limiter.reward(key, 1)));

  return {
    /** Runs `check` of a password for a sign-in. @throws AppError `rate-limited` */
    async signIn({ account, network: from, device: known }: Guess, check: () => Promise<boolean>): Promise<boolean> {
      if (known !== null) return counted([[device, `${account} ${known}`]], check);
      const of = `${account} ${from}`;
      const counts: Count[] = [
        [network, from],
        [networkOfAccount, of],
      ];
      const { consumedPoints } = await strangers.penalty(account, 1);
      const isPressed = consumedPoints > guessRates.strangers.points;
      if (isPressed) counts.push([pressed, of]);
      const isRight = await counted(counts, async () => {
        if (isPressed) await wait(pressedMs);
        return check();
      });
      if (isRight) await strangers.reward(account, 1);
      return isRight;
    },

    /** Like `signIn`, for a signed-in user who repeats their password. @throws AppError `rate-limited` */
    again: ({ account, network: from }: Omit<Guess, 'device'>, check: () => Promise<boolean>): Promise<boolean> =>
      counted(
        [
          [network, from],
          [session, account],
        ],
        check,
      ),
  };
}

function tooManyGuesses(waitMs: number): AppError {
  return refuseFor(waitMs, 'too-many-passwords');
}
