import type { z } from 'zod';
import { AppError, type ErrorBody } from '../../../shared/api/errors.ts';
import { fieldIssues } from '../../../shared/api/field-issues.ts';
import { clientMessages } from '../../../shared/room/messages.ts';
import type { ClientMessageName } from '../../../shared/room/names.ts';
import { type Action, mayDo } from '../../auth/policy.ts';
import type { RoomClient, RoomContext } from '../room-context.ts';
import { handleEdit } from './edit.ts';
import { handleHash } from './hash.ts';
import { handleCursor, handleProfile } from './presence.ts';
import { handlePing, handleResync } from './sync.ts';
import { handleTransport } from './transport.ts';

type Payload<N extends ClientMessageName> = z.output<(typeof clientMessages)[N]>;

interface Handled<N extends ClientMessageName> {
  action: Action;
  handle(room: RoomContext, client: RoomClient, payload: Payload<N>): void | Promise<void>;
}

/** Each message with what it takes to be allowed to send it. */
const handlers: { readonly [N in ClientMessageName]: Handled<N> } = {
  edit: { action: 'room.edit', handle: handleEdit },
  transport: { action: 'room.transport', handle: handleTransport },
  cursor: { action: 'room.point', handle: handleCursor },
  profile: { action: 'room.rename', handle: handleProfile },
  hash: { action: 'room.join', handle: handleHash },
  resync: { action: 'room.join', handle: handleResync },
  ping: { action: 'room.join', handle: handlePing },
};

/** Checks a message's form, then the sender's role, then does what it asks. What fails is refused and changes nothing. */
export async function dispatch<N extends ClientMessageName>(room: RoomContext, client: RoomClient, name: N, input: unknown): Promise<void> {
  const clientSequence = sequenceOf(input);
  const parsed = clientMessages[name].safeParse(input);
  if (!parsed.success) {
    const issues = fieldIssues(parsed.error, input);
    const message = issues.map(({ path, rule }) => `${path || 'message'}: ${rule}`).join('; ');
    room.refuse(client, clientSequence, { code: 'invalid-input', message, issues });
    return;
  }
  const { action, handle } = handlers[name];
  if (!mayDo(client.auth!.role, action)) {
    room.refuse(client, clientSequence, notAllowed);
    return;
  }
  try {
    await handle(room, client, parsed.data as Payload<N>);
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    room.refuse(client, clientSequence, { code: error.code, message: error.message, issues: [...error.issues] });
  }
}

const notAllowed: ErrorBody['error'] = {
  code: 'not-allowed',
  message: 'You are watching this universe; only its editors can change it.',
  issues: [],
};

function sequenceOf(input: unknown): number | null {
  const value = (input as { clientSequence?: unknown } | null | undefined)?.clientSequence;
  return typeof value === 'number' && Number.isSafeInteger(value) ? value : null;
}
