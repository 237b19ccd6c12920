import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join as joinPath } from 'node:path';
import { createEditQueue } from '../client/engine/edit-queue.ts';
import { downloadSnapshot, uploadSnapshot } from '../client/net/snapshots.ts';
import { startServerProcess } from '../server/testing/server-process.ts';
import { createGuest, join, type Listener, type Visitor } from '../server/testing/test-server.ts';
import type { UniverseDetail } from '../shared/api/contract/contract.ts';
import type { Welcome } from '../shared/room/messages.ts';
import { restoreSimulation } from '../shared/simulation/restore-simulation.ts';
import { createSimulation, type Simulation } from '../shared/simulation/simulation.ts';
import { ticksPerSecond } from '../shared/simulation/world.ts';
import type { Edit, LoggedEdit } from '../shared/universe/index.ts';
import { rounded } from './statistics.ts';

/** Seconds that the universe has run when a member joins late; `JOIN_SECONDS` overrides it. */
const runSeconds = Number(process.env.JOIN_SECONDS ?? 120);
/** A member is about 100 ms behind the room; here it stays half a second behind, so that there are ticks to catch up. */
const tailTicks = ticksPerSecond / 2;
const editIntervalMs = 400;

/** A universe as a page simulates it: its edits wait for their ticks. */
interface Copy {
  readonly simulation: Simulation;
  readonly queue: ReturnType<typeof createEditQueue>;
}

const stepOf = ({ simulation, queue }: Copy) => simulation.step(queue.takeUpTo(simulation.tick + 1));

function runUpTo(copy: Copy, tick: number): void {
  while (copy.simulation.tick < tick) stepOf(copy);
}

/** Returns an occasional edit: parameters of several groups, and a well that is added and removed. */
function editOf(index: number, { wells }: Welcome['document']): Edit {
  if (index % 10 === 3) return { kind: 'well.add', well: { ...wells[0]!, id: `guest-${index}`, x: (index % 7) - 3 } };
  if (index % 10 === 8) return { kind: 'well.remove', id: `guest-${index - 5}` };
  if (index % 3 === 0) return { kind: 'parameters.set', values: { tempo: 90 + (index % 60) } };
  return { kind: 'parameters.set', values: { gravity: 1 + (index % 17) / 2, turbulence: (index % 5) / 2 } };
}

/** Runs the member that is present from the beginning. It simulates each tick that the room confirms, up to `tailTicks` before the last. */
async function accompany(member: Listener): Promise<{ copy: Copy; tick: number; edits: number }> {
  const { document } = member.heard.welcome[0]!;
  const copy: Copy = { simulation: createSimulation(document), queue: createEditQueue(0) };
  let [taken, sent, lastSentMs, pausing] = [0, 0, performance.now(), false];
  for (;;) {
    for (; taken < member.heard.edits.length; taken += 1) copy.queue.add(member.heard.edits[taken]!.edits);
    const { tick, playing } = member.heard.confirm.at(-1) ?? { tick: 0, playing: true };
    if (!playing && copy.simulation.tick >= tick - tailTicks) return { copy, tick, edits: sent };
    if (!pausing && tick >= runSeconds * ticksPerSecond) {
      pausing = true;
      member.send('transport', { playing: false });
    }
    if (!pausing && performance.now() - lastSentMs > editIntervalMs) {
      sent += 1;
      lastSentMs = performance.now();
      member.send('edit', { clientId: 'from-the-beginning', clientSequence: sent, edit: editOf(sent, document) });
    }
    if (copy.simulation.tick < tick - tailTicks) stepOf(copy);
    await new Promise((resolve) => setImmediate(resolve));
  }
}

const editsAfter = (edits: readonly LoggedEdit[], sequence: number) => edits.filter((edit) => edit.sequence > sequence);

/** Joins late as a page does: gets the document and the log from the room and the state by HTTP, then runs the ticks since. */
async function comeLate(url: string, visitor: Visitor, universeId: string, tick: number): Promise<{ copy: Copy; bytes: number }> {
  const late = await join(url, visitor, { universeId });
  const { snapshot, edits } = late.heard.welcome[0]!;
  if (!snapshot) throw new Error('the room had no snapshot to offer');
  const bytes = await downloadSnapshot(snapshot, { origin: url, headers: { cookie: visitor.cookie } });
  if (!bytes) throw new Error('the snapshot was not there');
  const copy: Copy = { simulation: restoreSimulation(bytes), queue: createEditQueue(snapshot.sequence) };
  copy.queue.add(editsAfter(edits, snapshot.sequence));
  runUpTo(copy, tick);
  late.room.connection.close();
  return { copy, bytes: bytes.length };
}

/** Joins without a snapshot: runs the whole log from tick 0. */
async function replay(url: string, visitor: Visitor, universeId: string, epoch: number, tick: number): Promise<Copy> {
  // A client that names the epoch is assumed to have most of it, and gets only the log.
  const late = await join(url, visitor, { universeId, epoch });
  const { document, edits, snapshot } = late.heard.welcome[0]!;
  if (snapshot) throw new Error('a snapshot came where the log was asked for');
  const copy: Copy = { simulation: createSimulation(document), queue: createEditQueue(0) };
  late.room.connection.close();
  copy.queue.add(edits);
  runUpTo(copy, tick);
  return copy;
}

async function timed<T>(act: () => Promise<T>): Promise<{ result: T; seconds: number }> {
  const begun = performance.now();
  const result = await act();
  return { result, seconds: (performance.now() - begun) / 1000 };
}

/**
 * Compares joining late with a snapshot and by replaying the log from tick 0, for a universe of 100 000 particles that has run for a while
 * in a room, with edits in its log. Both end at the same tick, where their hashes are compared with each other and with that of the member
 * that was present from the beginning.
 */
export async function run(): Promise<Record<string, unknown>> {
  const directory = mkdtempSync(joinPath(tmpdir(), 'harmonic-'));
  const server = await startServerProcess({ DATA_DIR: directory });
  try {
    const [ann, bob] = [await createGuest(server.url), await createGuest(server.url)];
    const made = await ann.call<UniverseDetail>('POST', '/api/v1/universes', { templateId: 'hundred-thousand' });
    const universeId = made.body.id;
    const member = await join(server.url, ann, { universeId });
    const { epoch, document } = member.heard.welcome[0]!;
    const { copy, tick, edits } = await accompany(member);
    member.room.onMessage('snapshotRequest', ({ url }: { url: string }) => {
      const { simulation, queue } = copy;
      const taken = { tick: simulation.tick, sequence: queue.lastTaken, hash: simulation.hash(), bytes: simulation.snapshot() };
      void uploadSnapshot(url, taken, { origin: server.url, headers: { cookie: ann.cookie } });
    });
    const late = await timed(() => comeLate(server.url, bob, universeId, tick));
    const replayed = await timed(() => replay(server.url, bob, universeId, epoch, tick));
    runUpTo(copy, tick);
    const hashes = [copy, late.result.copy, replayed.result].map(({ simulation }) => simulation.hash());
    member.room.connection.close();
    // Times of different universes cannot be compared.
    if (new Set(hashes).size !== 1) throw new Error(`member, latecomer and replay differ at tick ${tick}: ${hashes.join(', ')}`);
    return {
      ratio: rounded(replayed.seconds / late.seconds),
      seconds: rounded(late.seconds),
      replay_seconds: rounded(replayed.seconds),
      run_seconds: rounded(tick / ticksPerSecond),
      particles: document.parameters.particleCount,
      edits,
      tail_ticks: tailTicks,
      snapshot_bytes: late.result.bytes,
    };
  } finally {
    await server.end('SIGTERM');
    rmSync(directory, { recursive: true, force: true });
  }
}
