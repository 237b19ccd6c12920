import type { ErrorCode } from './errors.ts';

/** So many requests in so many seconds. */
export interface Rate {
  points: number;
  seconds: number;
}

/** How often a route may be asked for from one internet address, and by or for one account; guesses at passwords are counted apart. */
export interface RouteRate {
  perAddress: Rate;
  perAccount?: Rate;
  /** Refusals that are not counted: a mistake costs nobody anything. */
  spares: readonly ErrorCode[];
  /** Of everything from one address, also what is not counted, where being refused costs the server something. */
  attempts?: Rate;
  /** Whose account is meant: of whoever asks, or the one whose address stands in the body. */
  account: 'person' | 'email';
}

const minute = 60;

/** What is refused for its form, before anything is done. */
const misfits: readonly ErrorCode[] = ['invalid-input', 'malformed-body', 'body-too-large', 'unsupported-media-type'];

/** Of all requests to the API from one address. */
export const overallRate: Rate = { points: 600, seconds: 10 };

/** Of tickets to rooms from one address: a school or a concert hall may stand behind it. */
export const joinRate: Rate = { points: 600, seconds: minute };

/** Of guests from one address who are stored: as many as may come into rooms. */
export const newGuestRate: Rate = { ...joinRate };

const perMinute = (points: number): Rate => ({ points, seconds: minute });
const perHour = (points: number): Rate => ({ points, seconds: 60 * minute });

/** Of routes that cost more than others, or could be used to guess. A route names its rate among the notes on routes. */
export const rates = {
  newUniverse: { perAddress: perMinute(60), perAccount: perMinute(60), account: 'person', spares: misfits },
  newTemplate: { perAddress: perMinute(30), perAccount: perMinute(30), account: 'person', spares: misfits },
  // To read a file that does not fit costs as much as to read one that does.
  importUniverse: { perAddress: perMinute(20), perAccount: perMinute(20), account: 'person', spares: [] },
  // What it costs to check a password; wrong ones are counted by `guessRates`.
  password: { perAddress: perMinute(120), account: 'person', spares: misfits },
  // Nobody’s mailbox is filled by others, nor the server’s good name used up.
  mail: { perAddress: perHour(60), perAccount: perHour(5), account: 'email', spares: misfits },
  // Everybody behind a router is sent letters to their own mailbox alone.
  ownMail: { perAddress: perHour(joinRate.points), perAccount: perHour(5), account: 'person', spares: misfits },
  secret: { perAddress: perMinute(120), perAccount: perMinute(20), account: 'person', spares: misfits },
  arrival: { perAddress: joinRate, perAccount: perMinute(30), account: 'person', spares: misfits },
  thumbnail: { perAddress: perMinute(30), perAccount: perMinute(6), account: 'person', spares: [] },
  talk: { perAddress: perMinute(60), perAccount: perMinute(20), account: 'person', spares: misfits },
  // A whole school may stand behind one address. An address that is taken costs a hash, as one that is not.
  register: {
    perAddress: perHour(joinRate.points),
    perAccount: perHour(5),
    account: 'person',
    spares: [...misfits, 'conflict', 'not-allowed'],
    attempts: joinRate,
  },
} as const satisfies Record<string, RouteRate>;

/** How many wrong passwords are taken. */
export const guessRates = {
  /** For one account, from a browser in which somebody has signed in to it before. */
  device: { points: 10, seconds: 15 * minute },
  /** From one network, for all accounts together: a school may stand behind it. */
  network: { points: 100, seconds: 15 * minute },
  /** From one network, for one account. */
  networkOfAccount: { points: 10, seconds: 15 * minute },
  /** For one account, from all browsers together that are not known for it. More than these do not lock it: `pressed` holds from then on. */
  strangers: { points: 30, seconds: 15 * minute },
  /** From one network, for an account that is guessed at. */
  pressed: { points: 1, seconds: 15 * minute },
  /** For one account, by somebody who is signed in to it. */
  session: { points: 10, seconds: 15 * minute },
} as const satisfies Record<string, Rate>;
