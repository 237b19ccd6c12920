import type { ErrorCode } from './errors.ts';

/** A number of requests in a number of seconds. */
export interface Rate {
  points: number;
  seconds: number;
}

/** Limits of a route for an internet address, and for an account; guesses at passwords are counted apart. */
export interface RouteRate {
  perAddress: Rate;
  perAccount?: Rate;
  /** Refusals that are not counted: a mistake costs the user nothing. */
  spares: readonly ErrorCode[];
  /** Limit of all requests from one address, counted or not, if a refusal costs the server something. */
  attempts?: Rate;
  /** The account that counts: the caller's, or that of the address in the body. */
  account: 'person' | 'email';
}

const minute = 60;

/** Refusals for the form of a request, before anything is done. */
const misfits: readonly ErrorCode[] = ['invalid-input', 'malformed-body', 'body-too-large', 'unsupported-media-type'];

/** Limit of all requests to the API from one address. */
export const overallRate: Rate = { points: 600, seconds: 10 };

/** Limit of tickets to rooms from one address: a school or a concert hall may be behind it. */
export const joinRate: Rate = { points: 600, seconds: minute };

/** Limit of guests from one address who are stored: as many as may come into rooms. */
export const newGuestRate: Rate = { ...joinRate };

const perMinute = (points: number): Rate => ({ points, seconds: minute });
const perHour = (points: number): Rate => ({ points, seconds: 60 * minute });

/** Limits of routes that cost more than others, or could be used to guess. A route names its rate in its notes. */
export const rates = {
  newUniverse: { perAddress: perMinute(60), perAccount: perMinute(60), account: 'person', spares: misfits },
  newTemplate: { perAddress: perMinute(30), perAccount: perMinute(30), account: 'person', spares: misfits },
  // Reading an invalid file costs as much as reading a valid one.
  importUniverse: { perAddress: perMinute(20), perAccount: perMinute(20), account: 'person', spares: [] },
  // Limits the cost of checking passwords; wrong ones are counted by `guessRates`.
  password: { perAddress: perMinute(120), account: 'person', spares: misfits },
  // Protects mailboxes of others, and the server’s reputation as a sender.
  mail: { perAddress: perHour(60), perAccount: perHour(5), account: 'email', spares: misfits },
  // Users behind one router each get mail in their own mailbox only.
  ownMail: { perAddress: perHour(joinRate.points), perAccount: perHour(5), account: 'person', spares: misfits },
  secret: { perAddress: perMinute(120), perAccount: perMinute(20), account: 'person', spares: misfits },
  arrival: { perAddress: joinRate, perAccount: perMinute(30), account: 'person', spares: misfits },
  thumbnail: { perAddress: perMinute(30), perAccount: perMinute(6), account: 'person', spares: [] },
  // A page sends one in five minutes and one when it is left; a whole school may be behind an address.
  clientReport: { perAddress: perMinute(120), account: 'person', spares: [] },
  feedback: { perAddress: perMinute(60), perAccount: perMinute(20), account: 'person', spares: misfits },
  // A whole school may share an IP address. A mail address that is taken costs a hash, like one that is free.
  register: {
    perAddress: perHour(joinRate.points),
    perAccount: perHour(5),
    account: 'person',
    spares: [...misfits, 'conflict', 'not-allowed'],
    attempts: joinRate,
  },
} as const satisfies Record<string, RouteRate>;

/** The number of wrong passwords that are accepted. */
export const guessRates = {
  /** For one account, from a browser in which a user has signed in to it before. */
  device: { points: 10, seconds: 15 * minute },
  /** From one network, for all accounts together: a school may be behind it. */
  network: { points: 100, seconds: 15 * minute },
  /** From one network, for one account. */
  networkOfAccount: { points: 10, seconds: 15 * minute },
  /** For one account, from all browsers together that are not known for it. Beyond these it is not locked: `pressed` holds from then on. */
  strangers: { points: 30, seconds: 15 * minute },
  /** From one network, for an account that is guessed at. */
  pressed: { points: 1, seconds: 15 * minute },
  /** For one account, by a user who is signed in to it. */
  session: { points: 10, seconds: 15 * minute },
} as const satisfies Record<string, Rate>;
