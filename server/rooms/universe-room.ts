import { type AuthContext, Room, type RoomException } from '@colyseus/core';
import { type AppError, errorBodyOf } from '../../shared/api/errors.ts';
import { joinOptionsSchema } from '../../shared/room/messages.ts';
import { memberBatchMs, spectatorBatchMs } from '../../shared/room/rates.ts';
import { type MemberState, UniverseState } from '../../shared/room/state.ts';
import { ticksPerSecond } from '../../shared/simulation/world.ts';
import type { Metrics } from '../ops/metrics/metrics.ts';
import type { EditLog } from '../services/documents/edit-log.ts';
import { untilHandOverMs } from '../services/documents/journal-beat.ts';
import type { Run } from '../services/documents/run-service.ts';
import { createAnnouncer, runDocumentOf, sendWhole } from './run/announcer.ts';
import { beatsOfSpectators, beatsPerSecond, followBeat, lagOf, present } from './run/beat.ts';
import { runEventsOf } from './run/run-events.ts';
import { createDivergenceWatch } from './run/divergence.ts';
import { createRoomPresence } from './presence/room-presence.ts';
import { createDecisionKeeper, type DecisionKeeper } from './presence/decision-keeper.ts';
import { createRoleGrants } from './presence/role-grants.ts';
import type { Kicks } from './presence/kicks.ts';
import { createDroppedConnections } from './members/dropped-connections.ts';
import { answerMessages } from './handlers/index.ts';
import { limitBackpressure, dismissForAbuse, watchSendQueue, batchWrites } from './send-queue.ts';
import { commonDelayMs, isCrowd, isSpectator, newConnection, strengthenToken, welcomedOf } from './members/members.ts';
import { createRights, type Rights } from './members/rights.ts';
import type { Admission, RoomClient } from './members/room-client.ts';
import type { RoomContext } from './room-context.ts';
import { messagesPerSecond, reconnectionSeconds, stampAheadTicks, ticketSeconds } from './room-limits.ts';
import { admitTo, createRoomHouse, type RoomHouse } from './room-house.ts';
import { createRoomLog, type RoomLog } from './room-log.ts';
import type { RoomServices } from './room-services.ts';
import { followUniverse } from './follow-universe.ts';
import { seatOfToken } from './members/seat-check.ts';
import { answering, isAnsweredRefusal } from './server-error.ts';
import { reportLoss } from './run/report-loss.ts';
import { createSnapshotDesk, type SnapshotDesk } from './run/snapshot-desk.ts';
import { beginState, followLog } from './state/room-state.ts';
import { createTickClock } from './run/tick-clock.ts';
import type { AuthoredEdit } from '../services/documents/authored-edit.ts';

/** Defines the room class of a process, whose instances Colyseus creates. */
export function defineUniverseRoom(services: RoomServices) {
  const house = createRoomHouse(services);
  return class extends UniverseRoom {
    static override onAuth(_token: string, options: unknown, { headers }: AuthContext): Promise<Admission> {
      return answering(options, house.services, () => admitTo(house, options, headers.get('cookie')));
    }

    constructor() {
      super(house);
    }
  };
}

/** The room of one universe. It owns the clock and the order of edits, and uses the services for everything else. */
class UniverseRoom extends Room<{ state: UniverseState; client: RoomClient }> implements RoomContext {
  override maxMessagesPerSecond = messagesPerSecond;
  // State patches are sent in the batch with the other messages.
  override patchRate = null;
  override seatReservationTimeout = ticketSeconds;
  readonly seenOff: Kicks;
  readonly ghosts = createDroppedConnections();
  readonly grants = createRoleGrants();
  readonly gathering = createRoomPresence(this);
  readonly rights: Rights;
  readonly decisions: DecisionKeeper;
  readonly metrics: Metrics;
  divergence = createDivergenceWatch();
  readonly snapshots: SnapshotDesk;
  readonly #services: RoomServices;
  readonly #visits: RoomLog;
  readonly #open: RoomHouse['open'];
  confirmedTick = 0;
  #run?: Run;
  universeId = '';
  #clock = createTickClock(present);
  #stopBeats = () => {};
  #beats = 0;
  readonly #players = createAnnouncer(present);
  readonly #spectators = createAnnouncer(present);
  readonly #listening: (() => void)[] = [];
  #renewal: Promise<void> | null = null;

  constructor({ services, exclusions, open }: RoomHouse) {
    super();
    this.#services = services;
    this.metrics = services.metrics;
    this.#visits = createRoomLog(this, services.log);
    this.#open = open;
    this.seenOff = exclusions.seenOff;
    this.rights = createRights(this, services, exclusions);
    this.decisions = createDecisionKeeper(this, services);
    this.snapshots = createSnapshotDesk(services, () => ({ clients: this.clients, log: this.log, tick: this.confirmedTick }));
  }

  override async onCreate(options: unknown): Promise<void> {
    await answering(options, this.#services, async () => {
      this.universeId = joinOptionsSchema.parse(options).universeId;
      await this.#begin();
      // Registered before the universe is read, so that no change is missed.
      this.#listening.push(...followUniverse(this, this.#services, (counts) => this.broadcast('comments', counts as never)));
      await Promise.all([this.rights.open(), this.decisions.restore()]);
    }).catch((error: unknown) => {
      this.#forget();
      throw error;
    });
    answerMessages(this, (name, answer) => this.onMessage(name, answer));
    this.#open.set(this.universeId, this);
    this.#stopBeats = followBeat(() => this.#beat());
  }

  override async onJoin(client: RoomClient, options: unknown): Promise<void> {
    const memberId = this.#services.newMemberId();
    client.userData = newConnection(memberId);
    strengthenToken(client);
    watchSendQueue(client);
    await answering(options, this.#services, () => this.rights.readmit(client));
    this.ghosts.dispelAllOf(client.auth!.userId);
    const others = this.clients.some((other) => other !== client && other.userData?.welcomed);
    const { epoch, sequence } = joinOptionsSchema.parse(options);
    if (!others && epoch !== this.log.epoch && this.confirmedTick > this.#services.longReplayTicks) {
      this.#renewal ??= this.#begin().finally(() => (this.#renewal = null));
    }
    await this.#renewal;
    this.gathering.enter(memberId, client.auth!);
    await this.welcome(client, epoch === this.log.epoch ? sequence : null);
    this.#visits.joined(client, 'joined');
    this.#updateClock();
  }

  override checkReconnectionToken(token: string): string {
    return seatOfToken(this, token);
  }

  override onDrop(client: RoomClient, code?: number): void {
    this.#visits.dropped(client, code);
    if (client.userData) this.gathering.drop(client.userData.memberId);
    this.#updateClock();
    if (client.userData?.dismissed || this.gathering.isSeenOff(client.auth!.userId)) return;
    // Rejected after the timeout, or when the room closes: onLeave follows either way.
    this.ghosts.waitFor(client, this.allowReconnection(client, reconnectionSeconds));
  }

  override async onReconnect(client: RoomClient): Promise<void> {
    strengthenToken(client);
    await answering({}, this.#services, () => this.rights.readmit(client));
    client.userData!.dropReason = null;
    this.memberOf(client)?.assign({ connected: true });
    await this.welcome(client, 0);
    this.#visits.joined(client, 'rejoined');
    this.#updateClock();
  }

  override onLeave(client: RoomClient): void {
    this.#visits.left(client);
    if (client.userData) this.gathering.leave(client.userData.memberId);
    this.#updateClock();
  }

  override async onDispose(): Promise<void> {
    this.#stopBeats();
    if (this.#open.get(this.universeId) === this) this.#open.delete(this.universeId);
    this.#forget();
    this.gathering.dispose();
    await this.decisions.end();
    await this.#run?.end();
    await this.#run?.release();
  }

  #forget(): void {
    for (const forget of this.#listening) forget();
    this.rights.close();
  }

  get log(): EditLog {
    return this.#run!.log;
  }
  get time() {
    return { roomMs: this.#clock.elapsedMs(), delayMs: commonDelayMs(this.clients) };
  }

  override onUncaughtException(error: RoomException, method: string): void {
    if (!isAnsweredRefusal(error.cause)) this.#services.report(error.cause ?? error, `room ${this.universeId}: ${method} failed`);
  }

  memberOf = (client: RoomClient): MemberState | undefined => client.userData && this.state.members.get(client.userData.memberId);

  clientOf = (memberId: string): RoomClient | undefined => this.clients.find((client) => client.userData?.memberId === memberId);

  refuse(client: RoomClient, clientSequence: number | null, error: AppError): void {
    client.send('refused', { clientSequence, ...errorBodyOf(error) });
    this.metrics.refused(error.code);
    if (error.code === 'not-allowed')
      this.#services.noteRefusal(client.auth!.userId, this.universeId, error.issues[0]?.rule ?? error.message);
  }

  async rename(client: RoomClient, name: string): Promise<void> {
    await this.#services.rename(client.auth!, name);
    client.auth!.name = name;
    this.memberOf(client)?.assign({ name });
  }

  setPlaying(playing: boolean): void {
    this.state.playing = playing;
    this.#updateClock();
    this.tellAll();
  }

  dismiss = (client: RoomClient): void =>
    dismissForAbuse(client, (userId, reason) => this.#services.noteRefusal(userId, this.universeId, reason));

  /** Sends the state of the run. A client that has it up to `known`, the sequence of an edit, does not wait for a snapshot. */
  async welcome(client: RoomClient, known: number | null = null): Promise<void> {
    const connection = client.userData!;
    // A client that requests it again and again without reading is disconnected now, not at the next check.
    limitBackpressure(client);
    connection.welcomed = false;
    const snapshot = known !== null ? null : await this.snapshots.offerTo(client);
    const universe = await this.#services.describe(this.universeId);
    if (connection.dismissed) return;
    sendWhole(client, 'welcome', {
      ...runDocumentOf(this.log, snapshot, known),
      tick: this.confirmedTick,
      playing: this.state.playing,
      batchMs: isSpectator(client) ? spectatorBatchMs : memberBatchMs,
      memberId: connection.memberId,
      role: client.auth!.role,
      universe,
    });
    connection.welcomed = true;
    this.gathering.greet(client);
  }

  tellLog(client: RoomClient): void {
    limitBackpressure(client);
    sendWhole(client, 'log', { document: this.log.firstDocument, edits: [...this.log.edits] });
  }

  /** Begins a run: the current document, from tick 0. */
  async #begin(): Promise<void> {
    await this.#run?.end();
    this.#run = await this.#services.runs.begin(this.universeId, {
      nextTick: () => Math.max(this.#clock.tick(), this.confirmedTick) + stampAheadTicks,
      gatherMs: () => untilHandOverMs(present()),
      refusesOutsider: (userId) => this.rights.refusalOf(userId),
      events: runEventsOf(this),
    });
    this.#clock = createTickClock(present);
    this.confirmedTick = 0;
    // Hashes of the old run do not count for the new one.
    this.divergence = createDivergenceWatch();
    this.#players.clear();
    this.#spectators.clear();
    this.state ??= new UniverseState();
    beginState(this.state, this.log);
    this.#updateClock();
    await Promise.all(this.clients.filter((client) => client.userData?.welcomed).map((client) => this.welcome(client)));
  }

  tellAll = (): void => this.#beat(true);

  announce(edits: AuthoredEdit[]): void {
    followLog(this.state, this.log, edits);
    for (const announcer of [this.#players, this.#spectators]) announcer.add(edits);
  }

  lose(error: AppError): void {
    reportLoss(this.#services, this.universeId, error);
    void this.disconnect();
  }

  get standing() {
    return { tick: this.confirmedTick, playing: this.state.playing };
  }

  /**
   * Sends each member what happened since the last batch, and the confirmed tick. `now`: also to spectators, and also if nothing changed.
   */
  #beat(now = false): void {
    if (this.#clock.running) this.metrics.tickLagged(lagOf(this.#clock.elapsedMs(), this.confirmedTick));
    const tick = Math.max(this.confirmedTick, Math.min(this.#clock.tick(), this.log.lowestPendingTick - 1));
    this.confirmedTick = tick;
    if (tick >= this.state.tick + ticksPerSecond || !this.state.playing) this.state.tick = tick;
    this.#beats += 1;
    const spectatorsToo = now || this.#beats % beatsOfSpectators === 0;
    const { players, spectators } = welcomedOf(this.clients);
    batchWrites(() => {
      this.#players.tell(players, this.standing, now);
      if (spectatorsToo) this.#spectators.tell(spectators, this.standing, now);
      if (spectatorsToo || !isCrowd(this.clients)) this.broadcastPatch();
    });
    if (this.#beats % beatsPerSecond !== 0) return;
    this.clients.forEach(limitBackpressure);
    // Decisions also end by themselves, or by what the owner decides elsewhere.
    void this.decisions.keep();
  }

  /** Runs the clock only while a member is connected. */
  #updateClock(): void {
    this.#clock.setRunning(this.state.playing && [...this.state.members.values()].some((member) => member.connected));
  }
}
