import { z } from 'zod';
import { rule } from '../refusals/rule.ts';
import { type Edit, editSchema, type LoggedEdit, type UniverseDocument } from '../universe/index.ts';
import type { ErrorBody } from '../api/errors.ts';
import type { MemberRole } from '../api/universes/universe.ts';
import type { CommentCounts } from '../api/feedback/comment-schemas.ts';
import { displayNameSchema } from '../api/accounts/user-schemas.ts';
import type { ChatMessage, ReactionsMessage } from './chat.ts';
import { chatRequestSchema, handRequestSchema, reactRequestSchema } from './chat-schemas.ts';
import { muteRequestSchema, roleRequestSchema, kickRequestSchema } from './moderation.ts';
import type { ClientMessageName } from './names.ts';
import { attendRequestSchema, type CursorsMessage, followRequestSchema, type ViewMessage, viewSchema } from './presence.ts';

export const joinOptionsSchema = z.strictObject({
  universeId: z
    .string()
    .min(1)
    .max(40)
    .regex(/^[^\0\ud800-\udfff]*$/u, rule('universe-id-form')),
  /** `spectate` never edits, whatever the role of the caller. */
  as: z.enum(['edit', 'spectate']).default('edit'),
  /** The epoch that the page already runs, so that it can continue after a dropped connection. */
  epoch: z.int().min(0).optional(),
  /** The last edit of that run that the page has: it is sent the later ones. */
  sequence: z.int().min(0).default(0),
});
export type JoinOptions = z.input<typeof joinOptionsSchema>;

/** An edit as a client sends it; `clientSequence` counts up per connection lifetime of the page, so a repeat after a reconnect is recognised. */
export const editRequestSchema = z.strictObject({
  clientId: z.string().regex(/^[a-z0-9-]{8,40}$/),
  clientSequence: z.int().min(1),
  edit: editSchema,
});
export type EditRequest = { clientId: string; clientSequence: number; edit: Edit };

export const transportRequestSchema = z.strictObject({ playing: z.boolean() });
export type TransportRequest = z.infer<typeof transportRequestSchema>;

/** The place of a member's cursor: in metres on the plane through the centre that faces the camera's home. */
export const cursorRequestSchema = z.strictObject({
  x: z.number().min(-1000).max(1000),
  y: z.number().min(-1000).max(1000),
  z: z.number().min(-1000).max(1000),
  visible: z.boolean(),
  /** Key of the control being moved, `emitter:ID:FIELD` or `well:ID:FIELD` for one of an emitter or well, or ''. */
  editing: z.string().max(60),
});
export type CursorRequest = z.infer<typeof cursorRequestSchema>;

export const profileRequestSchema = z.strictObject({ name: displayNameSchema });
export type ProfileRequest = z.infer<typeof profileRequestSchema>;

/** A hash that a client reports for a tick, so that the room can notice a divergence: 16 hexadecimal digits. */
export const hashReportSchema = z.strictObject({ tick: z.int().min(0), hash: z.string().regex(/^[0-9a-f]{16}$/) });
export type HashReport = z.infer<typeof hashReportSchema>;

/** Requests the time of the room, and reports the delay that this page needs, in ms, if it is known. */
export const pingRequestSchema = z.strictObject({ sentAt: z.number(), needMs: z.number().min(0).max(10_000).nullable() });
export type PingRequest = z.infer<typeof pingRequestSchema>;

/** The messages of a client: name → schema of the payload. */
export const clientMessages = {
  edit: editRequestSchema,
  transport: transportRequestSchema,
  cursor: cursorRequestSchema,
  profile: profileRequestSchema,
  hash: hashReportSchema,
  /** Requests a new `welcome`, as after a divergence. */
  resync: z.strictObject({}),
  /** Requests the whole log of the run, which a late member was not sent. */
  log: z.strictObject({}),
  ping: pingRequestSchema,
  attend: attendRequestSchema,
  follow: followRequestSchema,
  /** The view of the sender: sent while a member follows it. */
  view: viewSchema,
  chat: chatRequestSchema,
  react: reactRequestSchema,
  hand: handRequestSchema,
  mute: muteRequestSchema,
  kick: kickRequestSchema,
  role: roleRequestSchema,
  /** Sets the presenter; '' for none. */
  present: followRequestSchema,
} as const satisfies Record<ClientMessageName, z.ZodType>;

/** The address of a snapshot, valid once, and its content: the state after `tick`, with all edits up to `sequence`. */
export interface SnapshotOffer {
  url: string;
  tick: number;
  sequence: number;
}

/** The whole log of a run: its document at tick 0, and every edit since. */
export interface LogMessage {
  document: UniverseDocument;
  edits: LoggedEdit[];
}

/**
 * First message to a member: the state of the run. Without a snapshot, `document` is that of tick 0, and `edits` is the log up to the
 * confirmed tick; a member who continues a run is sent those that they do not have. With one, `document` is the current document, and
 * `edits` those after the snapshot.
 */
export interface Welcome extends LogMessage {
  epoch: number;
  snapshot: SnapshotOffer | null;
  /** Last confirmed tick. */
  tick: number;
  playing: boolean;
  /** Interval at which ticks are confirmed to this member. */
  batchMs: number;
  memberId: string;
  role: MemberRole;
  /** The universe's own data that the page shows. */
  universe: { id: string; name: string; description: string } & CommentCounts;
}

export type { MemberRole };

/** Edits that every member applies before the step of their tick. They include the confirmed tick. */
export interface EditsMessage extends ConfirmMessage {
  edits: (LoggedEdit & { memberId: string; clientId: string; clientSequence: number })[];
}

/**
 * All edits up to and including this tick have been sent: it may be simulated. While a run plays without other messages, it is confirmed by
 * a message of type `shortConfirmType`, whose payload is the tick as `shortenTick` gives it.
 */
export interface ConfirmMessage {
  tick: number;
  playing: boolean;
}

/** The room's time, in ms since the run began, and the delay that all members who play share. */
export interface PongMessage {
  sentAt: number;
  roomMs: number;
  delayMs: number;
}

export interface RefusedMessage {
  clientSequence: number | null;
  error: ErrorBody['error'];
}

/** The messages of the room: name → payload. */
export interface ServerMessages {
  welcome: Welcome;
  log: LogMessage;
  edits: EditsMessage;
  confirm: ConfirmMessage;
  refused: RefusedMessage;
  /** Edits that an earlier run had already applied, as after a restart of the server: they are in the document. */
  acknowledged: { clientId: string; clientSequences: number[] };
  /**
   * Requests a snapshot from a member, of the state after `tick`, which they have not passed yet: in parts to `url`, see
   * `snapshot-parts.ts`.
   */
  snapshotRequest: { url: string; tick: number };
  /** Requests from a member the hash of the state after `tick`, to compare a snapshot with: a `hash` message. */
  hashRequest: { tick: number };
  /** Comments were added or deleted: the current counts. */
  comments: CommentCounts;
  pong: PongMessage;
  cursors: CursorsMessage;
  view: ViewMessage;
  chat: ChatMessage;
  reactions: ReactionsMessage;
}
