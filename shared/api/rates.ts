/** So many requests in so many seconds. */
export interface Rate {
  points: number;
  seconds: number;
}

/** How often a route may be asked for from one internet address, and by or for one account. */
export interface RouteRate {
  perAddress: Rate;
  perAccount: Rate;
  /** Whose account is meant: of whoever asks, or the one whose address stands in the body. */
  account: 'person' | 'email';
}

const minute = 60;

/** Of all requests to the API from one address. */
export const overallRate: Rate = { points: 600, seconds: 10 };

/** Of tickets to rooms from one address: a school or a concert hall may stand behind it. */
export const joinRate: Rate = { points: 600, seconds: minute };

/** Of routes that cost more than others, or could be used to guess. A route names its rate among the notes on routes. */
export const rates = {
  newUniverse: { perAddress: { points: 60, seconds: minute }, perAccount: { points: 60, seconds: minute }, account: 'person' },
  newTemplate: { perAddress: { points: 30, seconds: minute }, perAccount: { points: 30, seconds: minute }, account: 'person' },
  importUniverse: { perAddress: { points: 20, seconds: minute }, perAccount: { points: 20, seconds: minute }, account: 'person' },
  // Guesses at one password from many addresses; its owner is shut out for no longer than this.
  logIn: { perAddress: { points: 10, seconds: minute }, perAccount: { points: 30, seconds: 15 * minute }, account: 'email' },
  // Nobody’s mailbox is filled by others, nor the server’s good name used up.
  mail: { perAddress: { points: 10, seconds: 60 * minute }, perAccount: { points: 5, seconds: 60 * minute }, account: 'email' },
  ownMail: { perAddress: { points: 10, seconds: 60 * minute }, perAccount: { points: 5, seconds: 60 * minute }, account: 'person' },
  secret: { perAddress: { points: 20, seconds: minute }, perAccount: { points: 20, seconds: minute }, account: 'person' },
  arrival: { perAddress: { points: 30, seconds: minute }, perAccount: { points: 30, seconds: minute }, account: 'person' },
  thumbnail: { perAddress: { points: 30, seconds: minute }, perAccount: { points: 6, seconds: minute }, account: 'person' },
  talk: { perAddress: { points: 60, seconds: minute }, perAccount: { points: 20, seconds: minute }, account: 'person' },
  register: { perAddress: { points: 5, seconds: 60 * minute }, perAccount: { points: 5, seconds: 60 * minute }, account: 'person' },
} as const satisfies Record<string, RouteRate>;
