import { randomUUID } from 'node:crypto';
import { EventEmitter } from 'node:events';
import { z } from 'zod';
import { commentCountsSchema } from '../../../shared/api/feedback/comment-schemas.ts';
import { redisPrefix, type RedisConnection } from '../redis/redis-connection.ts';
import { createUntilDone } from '../redis/until-done.ts';

const id = z.string().min(1).max(64);

/** What one process tells the others, and itself. Most are about a universe or a user. */
const payloadSchemas = {
  /**
   * A universe or its roles changed, or it was deleted. `users` and `link` say whose role the owner decided, `lists` whether lists may now
   * show or hide it.
   */
  'universe-changed': z.strictObject({ universeId: id, users: z.array(id), link: z.boolean(), lists: z.boolean() }),
  /** A template was added, changed or deleted: lists may now show or hide it. */
  'templates-changed': z.strictObject({}),
  /** Comments of a universe changed. */
  'comments-changed': z.strictObject({ universeId: id, counts: commentCountsSchema }),
  /** Some sessions of a user ended. */
  'sessions-ended': z.strictObject({ userId: id }),
  /** Events of other processes may have been lost. */
  missed: z.strictObject({}),
} as const;

type EventName = keyof typeof payloadSchemas;
type Payload<N extends EventName> = z.infer<(typeof payloadSchemas)[N]>;

interface ServerEvent<N extends EventName> {
  payload: Payload<N>;
  /** False for an event of another process. */
  isOwn: boolean;
}

type EventListener<N extends EventName> = (payload: Payload<N>, isOwn: boolean) => void;

/** Events that all processes of an installation hear. */
export interface ServerEvents {
  /** Tells the listeners of this process now, and those of other processes as soon as possible. */
  tell<N extends Exclude<EventName, 'missed'>>(name: N, payload: Payload<N>): void;
  /** Calls the listener at each event, or at each about one universe or user. Returns the function that ends this. */
  on<N extends EventName>(name: N, listener: EventListener<N>, about?: string): () => void;
  close(): void;
}

const channel = `${redisPrefix}events`;

const messageSchema = z.strictObject({ from: z.string(), name: z.enum(Object.keys(payloadSchemas) as [EventName]), payload: z.unknown() });

/** Creates the events of one process, which other processes hear as well with Redis. */
export function createServerEvents(redis: RedisConnection | null): ServerEvents {
  const local = createLocalEvents();
  const outside = redis && connectEvents(redis, local.emit);
  return {
    tell(name, payload) {
      outside?.publish(name, payload);
      local.emit(name, { payload, isOwn: true });
    },
    on: local.on,
    close: () => outside?.close(),
  };
}

type Emit = <N extends EventName>(name: N, event: ServerEvent<N>) => void;

function createLocalEvents(): Pick<ServerEvents, 'on'> & { emit: Emit } {
  const emitter = new EventEmitter().setMaxListeners(0);
  const keyOf = (name: EventName, about?: string) => (about === undefined ? name : `${name} ${about}`);
  return {
    emit(name, event) {
      emitter.emit(keyOf(name), event);
      const subject = subjectOf(event.payload);
      if (subject !== null) emitter.emit(keyOf(name, subject), event);
    },
    on<N extends EventName>(name: N, listener: EventListener<N>, about?: string) {
      const key = keyOf(name, about);
      const hear = ({ payload, isOwn }: ServerEvent<N>) => listener(payload, isOwn);
      emitter.on(key, hear);
      return () => emitter.off(key, hear);
    },
  };
}

function subjectOf(payload: Payload<EventName>): string | null {
  if ('universeId' in payload) return payload.universeId;
  return 'userId' in payload ? payload.userId : null;
}

/** Sends events to other processes by Redis, and hears theirs. */
function connectEvents(redis: RedisConnection, emit: Emit) {
  const own = randomUUID();
  const send = (name: EventName, payload: unknown) => redis.commands.publish(channel, JSON.stringify({ from: own, name, payload }));
  const tellMissed = () => emit('missed', { payload: {}, isOwn: false });
  // Others cannot know what this process failed to tell them, unless it says so later.
  const confess = createUntilDone(() => send('missed', {}));

  const hear = (message: string) => {
    try {
      const { from, name, payload } = messageSchema.parse(JSON.parse(message));
      if (from !== own) emit(name, { payload: payloadSchemas[name].parse(payload), isOwn: false });
    } catch (error) {
      redis.log.error({ err: error }, 'an event of another process failed');
    }
  };
  const stopListening = redis.listen(channel, hear, tellMissed);
  return {
    publish: (name: EventName, payload: unknown) => void send(name, payload).catch(confess.ask),
    close() {
      confess.stop();
      stopListening();
    },
  };
}
