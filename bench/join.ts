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

/** How long the universe has run when somebody comes late: `JOIN_SECONDS` says otherwise. */
const runSeconds = Number(process.env.JOIN_SECONDS ?? 120);
/** A member is about 100 ms behind the room; here it stands half a second back, so that there is a tail to catch up with. */
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

/** What a hand does now and then: parameters of all groups, and a well that comes and goes. */
function editOf(index: number, { wells }: Welcome['document']): Edit {
  if (index % 10 === 3) return { kind: 'well.add', well: { ...wells[0]!, id: `guest-${index}`, x: (index % 7) - 3 } };
  if (index % 10 === 8) return { kind: 'well.remove', id: `guest-${index - 5}` };
  if (index % 3 === 0) return { kind: 'parameters.set', values: { tempo: 90 + (index % 60) } };
  return { kind: 'parameters.set', values: { gravity: 1 + (index % 17) / 2, turbulence: (index % 5) / 2 } };
}

/** The member who is there from the beginning. It makes each tick that the room confirms, up to `tailTicks` before the last. */
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

/** What a page does that comes late: the document and the log by the room, the state by HTTP, then the ticks since. */
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

/** The same without a snapshot: from tick 0, with the whole log. */
async function replay(url: string, visitor: Visitor, universeId: string, epoch: number, tick: number): Promise<Copy> {
  // Who names the epoch is believed to have most of it, and is given the log alone.
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
 * A universe of 100 000 particles that has run for a while in a room, with edits in its log: somebody who comes late and is given
 * a snapshot against one who replays the log from tick 0. Both end at the same tick, where their hashes are compared, with each
 * other and with that of the member who was there from the beginning.
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
    // Times of what isn't the same universe say nothing.
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
