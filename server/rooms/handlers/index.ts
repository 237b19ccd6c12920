import type { z } from 'zod';
import { AppError } from '../../../shared/api/errors.ts';
import { fieldIssues } from '../../../shared/api/field-issues.ts';
import { refuseText } from '../../../shared/api/plain-text.ts';
import { refuse, refuseFields } from '../../../shared/refusals/refuse.ts';
import { clientMessages } from '../../../shared/room/messages.ts';
import { type ClientMessageName, clientMessageNames } from '../../../shared/room/names.ts';
import { paces } from '../../../shared/room/presence-rates.ts';
import type { Pace } from '../../../shared/room/token-bucket.ts';
import type { Edit } from '../../../shared/universe/index.ts';
import { type Action, mayDo } from '../../auth/policy.ts';
import { editGroupOf } from '../../ops/metrics/edit-group.ts';
import type { RoomClient } from '../members/room-client.ts';
import type { RoomContext } from '../room-context.ts';
import { handleChat, handleHand, handleReact } from './chat.ts';
import { handleEdit } from './edit.ts';
import { handleHash } from './hash.ts';
import { handleMute, handleRole, handleKick } from './moderation.ts';
import { notAllowed } from './not-allowed.ts';
import { handleAttend, handleCursor, handleFollow, handlePresent, handleProfile, handleView } from './presence.ts';
import { handleLog, handlePing, handleResync } from './sync.ts';
import { handleTransport } from './transport.ts';

type Payload<N extends ClientMessageName> = z.output<(typeof clientMessages)[N]>;

interface Handled<N extends ClientMessageName> {
  action: Action;
  /** Cost in the sender's budget: higher if the message costs the room more than a glance. */
  cost: number;
  /** Own rate limit, if lower than that of the connection. */
  pace?: Pace;
  handle(room: RoomContext, client: RoomClient, payload: Payload<N>): void | Promise<void>;
}

/** Each message with the action that it requires. */
const handlers: { readonly [N in ClientMessageName]: Handled<N> } = {
  edit: { action: 'room.edit', cost: 1, handle: handleEdit },
  transport: { action: 'room.transport', cost: 10, handle: handleTransport },
  cursor: { action: 'room.point', cost: 1, handle: handleCursor },
  profile: { action: 'room.rename', cost: 20, handle: handleProfile },
  hash: { action: 'room.join', cost: 1, handle: handleHash },
  resync: { action: 'room.join', cost: 60, handle: handleResync },
  log: { action: 'room.join', cost: 60, handle: handleLog },
  ping: { action: 'room.join', cost: 1, handle: handlePing },
  attend: { action: 'room.attend', cost: 2, pace: paces.attend, handle: handleAttend },
  follow: { action: 'room.follow', cost: 2, pace: paces.follow, handle: handleFollow },
  view: { action: 'room.point', cost: 1, pace: paces.view, handle: handleView },
  // The handler checks whether the owner lets spectators write.
  chat: { action: 'room.react', cost: 5, pace: paces.chat, handle: handleChat },
  react: { action: 'room.react', cost: 1, pace: paces.react, handle: handleReact },
  hand: { action: 'room.react', cost: 2, pace: paces.hand, handle: handleHand },
  mute: { action: 'room.moderate', cost: 5, pace: paces.moderate, handle: handleMute },
  kick: { action: 'room.moderate', cost: 5, pace: paces.moderate, handle: handleKick },
  // The handler lets the presenter stop.
  present: { action: 'room.point', cost: 5, pace: paces.moderate, handle: handlePresent },
  // The handler checks what an editor may do of it; the owner may do all.
  role: { action: 'room.promote', cost: 5, pace: paces.moderate, handle: handleRole },
};

/** Cost of a malformed message, as high as of many valid ones: our page never sends one. */
const malformedCost = 20;

/**
 * Takes the cost of a message from its sender's budget. A client without budget is disconnected: it sends more than a user can, or repeats
 * rejected messages.
 * @returns whether to handle the message
 */
function isWithinBudget(room: RoomContext, client: RoomClient, cost: number): boolean {
  const { userData } = client;
  if (!userData || userData.dismissed) return false;
  if (userData.budget.spend(cost)) return true;
  room.dismiss(client);
  return false;
}

/** Refuses what is no message, and counts it against its sender. */
function refuseMalformed(room: RoomContext, client: RoomClient, clientSequence: number | null, error: AppError): void {
  if (isWithinBudget(room, client, malformedCost)) room.refuse(client, clientSequence, error);
}

/** Counts a refused edit that does not reach the log, which counts all others. */
function countRefusal(room: RoomContext, name: ClientMessageName, payload: { edit?: Edit }): void {
  if (name === 'edit') room.metrics.edited(payload.edit ? editGroupOf(payload.edit) : 'unknown', 'refused');
}

/** Registers the handlers of all messages. `on` registers a handler for a name, where '*' means all others. */
export function answerMessages(
  room: RoomContext,
  on: (name: string, answer: (client: RoomClient, payload: unknown) => unknown) => unknown,
): void {
  for (const name of clientMessageNames) on(name, (client, payload) => dispatch(room, client, name, payload));
  on('*', (client, type) => refuseMalformed(room, client, null, refuse('no-message', { name: String(type).slice(0, 40) })));
}

/** Checks a message's form, then the sender's role, then handles it. A message that fails is rejected and changes nothing. */
async function dispatch<N extends ClientMessageName>(room: RoomContext, client: RoomClient, name: N, input: unknown): Promise<void> {
  const { action, cost, pace, handle } = handlers[name];
  if (!isWithinBudget(room, client, cost)) return;
  const clientSequence = sequenceOf(input);
  const unkept = refuseText(input);
  if (unkept) {
    countRefusal(room, name, {});
    refuseMalformed(room, client, clientSequence, refuseFields([unkept]));
    return;
  }
  const parsed = clientMessages[name].safeParse(input);
  if (!parsed.success) {
    countRefusal(room, name, {});
    refuseMalformed(room, client, clientSequence, refuseFields(fieldIssues(parsed.error, input)));
    return;
  }
  try {
    if (!mayDo(client.auth!.role, action)) throw notAllowed(name, action);
    if (pace) room.gathering.paces.take(client, name, pace);
    await handle(room, client, parsed.data as Payload<N>);
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    countRefusal(room, name, parsed.data as { edit?: Edit });
    room.refuse(client, clientSequence, error);
  }
}

function sequenceOf(input: unknown): number | null {
  const value = (input as { clientSequence?: unknown } | null | undefined)?.clientSequence;
  return typeof value === 'number' && Number.isSafeInteger(value) ? value : null;
}
