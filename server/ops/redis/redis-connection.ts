import { type Command, Redis, type RedisOptions, ReplyError } from 'ioredis';
import type { Logger } from '../log.ts';
import { type Availability, createAvailability } from './availability.ts';
import { type Breaker, createBreaker } from './breaker.ts';

/** Start of all keys and channels. */
export const redisPrefix = 'harmonic:';

/** Longest time that a command is waited for: a request must not notice that Redis is gone. */
const commandMs = 100;
const connectMs = 2000;
const maxRetryMs = 1000;
/** Idle time after which the system probes a connection, so that one to a machine without power ends. */
const probeMs = 5000;

const settings: RedisOptions = {
  enableOfflineQueue: false,
  maxRetriesPerRequest: 1,
  connectTimeout: connectMs,
  keepAlive: probeMs,
  retryStrategy: (attempts) => Math.min(attempts * 50, maxRetryMs),
};

/** Redis, which may vanish at any time: a command then fails at once, or in a tenth of a second at most. */
export interface RedisConnection {
  readonly commands: Redis;
  readonly log: Logger;
  /**
   * Hears all messages of a channel. `began` is called whenever they begin to be heard, also after an outage: earlier ones may have been
   * missed. Returns the function that ends this.
   */
  listen(channel: string, hear: (message: string) => void, began: () => void): () => void;
  close(): void;
}

/** Connects to Redis, and connects again whenever the connection ends. Waits for nothing. */
export function openRedis(url: string, log: Logger): RedisConnection {
  const availability = createAvailability(log);
  const breaker = createBreaker({
    opened: () => availability.lost('answers', new Error('It does not answer in time.')),
    closed: () => availability.found('answers'),
  });
  const commands = new GuardedRedis(url, breaker);
  commands.on('ready', () => {
    breaker.answered();
    availability.found('commands');
  });
  const stopWatching = watchLoss(
    commands,
    () => availability.lost('commands'),
    (error) => availability.lost('commands', error),
  );
  return {
    commands,
    log,
    listen: (channel, hear, began) => listenTo(url, availability, { channel, hear, began }),
    close() {
      stopWatching();
      commands.disconnect();
    },
  };
}

/** A client whose commands fail at once while Redis is connected but does not answer. */
class GuardedRedis extends Redis {
  readonly #breaker: Breaker;

  constructor(url: string, breaker: Breaker) {
    super(url, { ...settings, commandTimeout: commandMs });
    this.#breaker = breaker;
  }

  override sendCommand(command: Command, ...rest: Stream): unknown {
    // Commands of the client itself, which begin a connection, are not counted. Without a connection all others fail at once anyway.
    if (this.status !== 'ready') return super.sendCommand(command, ...rest);
    if (!this.#breaker.admits()) {
      command.reject(new Error('Redis does not answer.'));
      return command.promise;
    }
    const sent = super.sendCommand(command, ...rest);
    command.promise.then(
      () => this.#breaker.answered(),
      (error: Error) => {
        if (isTimeout(error)) this.#breaker.timedOut();
        else if (error instanceof ReplyError) this.#breaker.answered();
      },
    );
    return sent;
  }
}

type Stream = Parameters<Redis['sendCommand']> extends [Command, ...infer R] ? R : never;

/** The client has no class for it. */
const isTimeout = (error: Error) => error.message === 'Command timed out';

/** Calls back when a connection ends or cannot be made. Returns the function that ends this. */
function watchLoss(client: Redis, closed: () => void, failed: (error: Error) => void): () => void {
  client.on('error', failed);
  client.on('close', closed);
  return () => {
    client.off('close', closed);
    client.off('error', failed);
    // Without a listener the client prints errors.
    client.on('error', () => {});
  };
}

interface Listening {
  channel: string;
  hear: (message: string) => void;
  began: () => void;
}

/** Opens a connection of its own, since one that listens can do nothing else. */
function listenTo(url: string, availability: Availability, { channel, hear, began }: Listening): () => void {
  // Subscribing is done here, each time, and is not hurried: only its confirmation tells that nothing is missed any more.
  const client = new Redis(url, { ...settings, enableReadyCheck: false, autoResubscribe: false, autoResendUnfulfilledCommands: false });
  const lost = (error?: Error) => availability.lost('events', error);
  const stopWatching = watchLoss(client, lost, lost);
  client.on('message', (_channel, message) => hear(message));
  client.on('ready', () => {
    client.subscribe(channel).then(
      () => {
        availability.found('events');
        began();
      },
      (error: Error) => {
        lost(error);
        client.disconnect(true);
      },
    );
  });
  return () => {
    stopWatching();
    client.disconnect();
  };
}
