import { type AuthContext, type Deferred, Room, type RoomException, ServerError } from '@colyseus/core';
import { ZodError } from 'zod';
import { AppError, type ErrorBody, errorCodes } from '../../shared/api/errors.ts';
import { fieldIssues } from '../../shared/api/field-issues.ts';
import { joinOptionsSchema, type ServerMessages } from '../../shared/room/messages.ts';
import { clientMessageNames, hiddenCloseCode } from '../../shared/room/names.ts';
import { MemberState, type UniverseState } from '../../shared/room/state.ts';
import { ticksPerSecond } from '../../shared/simulation/world.ts';
import type { LoggedEdit } from '../../shared/universe/index.ts';
import type { Universe } from '../services/universe-service.ts';
import { createDivergenceWatch } from './divergence.ts';
import { type AuthoredEdit, createEditLog, type EditLog } from './edit-log.ts';
import { dispatch } from './handlers/index.ts';
import type { Admission, RoomClient, RoomContext } from './room-context.ts';
import type { RoomServices } from './room-services.ts';
import { applyToState, createState, writeDocument } from './state-sync.ts';
import { createTickClock } from './tick-clock.ts';

const confirmIntervalMs = 50;
/** While nothing moves, a confirmation a second tells that the connection lives. */
const keepAliveMs = 1000;
/** Edits are stamped so far ahead that their commit rarely holds up the clock. */
const stampAheadTicks = 3;
const reconnectionSeconds = 60;
const snapshotWaitMs = 4000;
/** Whoever leaves so many bytes unread is let go, and comes back when the line is better. */
const mostBufferedBytes = 8 * 1024 * 1024;
const messagesPerSecond = 200;
const mostMembers = 200;

/** The room of one universe. It owns the clock and the order of edits, and asks the services for all else. */
export function defineUniverseRoom(services: RoomServices) {
  return class UniverseRoom extends Room<{ state: UniverseState; client: RoomClient }> implements RoomContext {
    override maxMessagesPerSecond = messagesPerSecond;
    override maxClients = mostMembers;
    readonly divergence = createDivergenceWatch();
    log!: EditLog;
    confirmedTick = 0;
    #universeId = '';
    #clock = createTickClock(() => performance.now());
    #confirmTimer: NodeJS.Timeout | undefined;
    #lastConfirmMs = 0;
    #forgetChanges = () => {};
    #renewal: Promise<void> | null = null;
    readonly #dropped = new Map<RoomClient, Deferred>();

    static override async onAuth(_token: string, options: unknown, context: AuthContext): Promise<Admission> {
      try {
        return await services.admit(joinOptionsSchema.parse(options), context.headers.get('cookie') ?? undefined);
      } catch (error) {
        throw serverError(error, options);
      }
    }

    override async onCreate(options: unknown): Promise<void> {
      try {
        this.#universeId = joinOptionsSchema.parse(options).universeId;
        await this.#begin();
      } catch (error) {
        throw serverError(error, options);
      }
      for (const name of clientMessageNames) {
        this.onMessage(name, (client: RoomClient, payload: unknown) => dispatch(this, client, name, payload));
      }
      this.onMessage('*', (client: RoomClient, type) => {
        const message = `There is no message "${String(type).slice(0, 40)}".`;
        this.refuse(client, null, { code: 'invalid-input', message, issues: [] });
      });
      this.#forgetChanges = services.onChange(this.#universeId, (universe) => this.#reconsider(universe));
      this.#confirmTimer = setInterval(() => this.#confirm(), confirmIntervalMs);
    }

    override async onJoin(client: RoomClient, options: unknown): Promise<void> {
      const { userId, name, colour, role } = client.auth!;
      this.#dropGhosts(userId);
      const others = this.clients.some((other) => other !== client && other.userData?.welcomed);
      const { epoch } = joinOptionsSchema.parse(options);
      if (!others && epoch !== this.log.epoch && this.confirmedTick > services.longReplayTicks) {
        this.#renewal ??= this.#begin().finally(() => (this.#renewal = null));
      }
      await this.#renewal;
      const memberId = services.newMemberId();
      client.userData = { memberId, welcomed: false, reportedTick: 0 };
      this.state.members.set(memberId, new MemberState().assign({ id: memberId, name, colour, role }));
      await this.welcome(client, epoch === this.log.epoch);
      this.#updateClock();
    }

    override onDrop(client: RoomClient): void {
      const member = this.memberOf(client);
      if (member) Object.assign(member, { connected: false, visible: false, editing: '' });
      this.#updateClock();
      // Rejected when nobody came back in time, or when the room closes: onLeave follows either way.
      const reconnection = this.allowReconnection(client, reconnectionSeconds);
      this.#dropped.set(client, reconnection);
      const settled = () => void this.#dropped.delete(client);
      reconnection.then(settled, settled);
    }

    override async onReconnect(client: RoomClient): Promise<void> {
      const member = this.memberOf(client);
      if (member) member.connected = true;
      await this.welcome(client, true);
      this.#updateClock();
    }

    override onLeave(client: RoomClient): void {
      if (client.userData) this.state.members.delete(client.userData.memberId);
      this.#updateClock();
    }

    override async onDispose(): Promise<void> {
      clearInterval(this.#confirmTimer);
      this.#forgetChanges();
      await this.log.close();
    }

    override onUncaughtException(error: RoomException, method: string): void {
      services.report(error.cause ?? error, `room ${this.#universeId}, ${method}`);
    }

    memberOf(client: RoomClient): MemberState | undefined {
      return client.userData && this.state.members.get(client.userData.memberId);
    }

    clientOf(memberId: string): RoomClient | undefined {
      return this.clients.find((client) => client.userData?.memberId === memberId);
    }

    refuse(client: RoomClient, clientSequence: number | null, error: ErrorBody['error']): void {
      client.send('refused', { clientSequence, error });
    }

    async rename(client: RoomClient, name: string): Promise<void> {
      await services.rename(client.auth!.userId, name);
      client.auth!.name = name;
      const member = this.memberOf(client);
      if (member) member.name = name;
    }

    setPlaying(playing: boolean): void {
      this.state.playing = playing;
      this.#updateClock();
      this.#confirm(true);
    }

    /** Tells the state of the run. Who `resumes` has most of it, and is not made to wait for a snapshot. */
    async welcome(client: RoomClient, resumes = false): Promise<void> {
      const connection = client.userData!;
      connection.welcomed = false;
      const snapshot = resumes ? null : await this.#snapshotFor(client);
      const universe = await services.describe(this.#universeId);
      const { epoch, firstDocument, edits } = this.log;
      client.send('welcome', {
        epoch,
        document: firstDocument,
        // All of them, snapshot or not: the page shows the document, and a snapshot may fail to arrive.
        edits: [...edits],
        snapshot,
        tick: this.confirmedTick,
        playing: this.state.playing,
        memberId: connection.memberId,
        role: client.auth!.role,
        universe,
      });
      connection.welcomed = true;
    }

    /** Begins a run: the document as it is now, from tick 0. */
    async #begin(): Promise<void> {
      await this.log?.close();
      const opened = await services.documents.open(this.#universeId);
      this.#clock = createTickClock(() => performance.now());
      this.confirmedTick = 0;
      this.log = createEditLog({
        universeId: this.#universeId,
        opened,
        documents: services.documents,
        nextTick: () => Math.max(this.#clock.tick(), this.confirmedTick) + stampAheadTicks,
        events: {
          committed: (edits) => this.#announceEdits(edits),
          refused: (author, { clientSequence }, error) => {
            const client = this.clientOf(author.memberId);
            if (client) this.refuse(client, clientSequence, { code: error.code, message: error.message, issues: [...error.issues] });
          },
          repeated: (author, { clientId, clientSequence }, logged) => {
            const client = this.clientOf(author.memberId);
            if (logged) client?.send('edits', { edits: [logged] });
            else client?.send('acknowledged', { clientId, clientSequences: [clientSequence] });
          },
          lost: (error) => {
            services.report(error, `room ${this.#universeId}`);
            void this.disconnect();
          },
        },
      });
      if (!this.state) this.state = createState(opened.document, opened.epoch);
      else {
        writeDocument(this.state, opened.document);
        this.state.epoch = opened.epoch;
        this.state.tick = 0;
      }
      this.#updateClock();
      await Promise.all(this.clients.filter((client) => client.userData?.welcomed).map((client) => this.welcome(client)));
    }

    #announceEdits(edits: AuthoredEdit[]): void {
      for (const { edit, memberId } of edits) applyToState(this.state, edit, this.state.members.get(memberId));
      this.#announce('edits', { edits });
    }

    #announce<N extends 'edits' | 'confirm'>(name: N, payload: ServerMessages[N]): void {
      const except = this.clients.filter((client) => !client.userData?.welcomed);
      this.broadcast(name, payload as never, { except });
    }

    #confirm(now = false): void {
      const presentMs = performance.now();
      const tick = Math.max(this.confirmedTick, Math.min(this.#clock.tick(), this.log.lowestPendingTick - 1));
      const silentMs = presentMs - this.#lastConfirmMs;
      if (tick === this.confirmedTick && !now && silentMs < keepAliveMs) return;
      this.confirmedTick = tick;
      this.#lastConfirmMs = presentMs;
      this.#announce('confirm', { tick, playing: this.state.playing });
      if (tick >= this.state.tick + ticksPerSecond || !this.state.playing) this.state.tick = tick;
      for (const client of this.clients) {
        if ((client.ref as unknown as { bufferedAmount: number }).bufferedAmount > mostBufferedBytes) client.leave();
      }
    }

    /** Gives everybody the role that they have now, and lets go whoever may no longer be here. */
    #reconsider(universe: Universe): void {
      for (const client of this.clients) {
        const role = services.roleAfter(universe, client.auth!);
        const member = this.memberOf(client);
        if (role === null) client.leave(hiddenCloseCode, 'There is no such universe.');
        else Object.assign(client.auth!, { role });
        if (role !== null && member) member.role = role;
      }
    }

    /** Time passes only while somebody is there to see it. */
    #updateClock(): void {
      this.#clock.setRunning(this.state.playing && [...this.state.members.values()].some((member) => member.connected));
    }

    /** Removes members of the same person whose connection dropped: they are back, on a new one. */
    #dropGhosts(userId: string): void {
      for (const [client, reconnection] of this.#dropped) if (client.auth!.userId === userId) reconnection.reject();
    }

    async #snapshotFor(client: RoomClient): Promise<ServerMessages['welcome']['snapshot']> {
      if (this.confirmedTick < services.longReplayTicks) return null;
      const source = this.clients
        .filter((other) => other !== client && other.userData?.welcomed && (other.auth!.role === 'owner' || other.auth!.role === 'editor'))
        .toSorted((a, b) => b.userData!.reportedTick - a.userData!.reportedTick)[0];
      if (!source) return null;
      const { url, arrival } = services.snapshots.request(source.auth!.userId, snapshotWaitMs);
      source.send('snapshotRequest', { url });
      const snapshot = await arrival;
      if (!snapshot || !fits(snapshot, this.log.edits, this.confirmedTick)) return null;
      return { url: services.snapshots.offer(client.auth!.userId, snapshot), tick: snapshot.tick, sequence: snapshot.sequence };
    }
  };
}

/** Whether a snapshot holds exactly the edits that its tick calls for. */
function fits(snapshot: { tick: number; sequence: number }, edits: readonly LoggedEdit[], confirmedTick: number): boolean {
  return snapshot.tick <= confirmedTick && edits.every((edit) => edit.tick <= snapshot.tick === edit.sequence <= snapshot.sequence);
}

/** What went wrong, in the form that reaches the page's matchmaking call: an HTTP status and a sentence. */
function serverError(error: unknown, input: unknown): ServerError {
  if (error instanceof ZodError) {
    const found = fieldIssues(error, input).map(({ path, rule }) => `${path}: ${rule}`);
    return new ServerError(errorCodes['invalid-input'], found.join('; '));
  }
  if (error instanceof AppError) return new ServerError(errorCodes[error.code], error.message);
  return new ServerError(errorCodes.unavailable, 'The universe could not be opened. Try again.');
}
