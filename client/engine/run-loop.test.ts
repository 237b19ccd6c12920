import { expect, it } from 'vitest';
import { swarmLength } from '../../shared/simulation/swarm-layout.ts';
import { createSimulation } from '../../shared/simulation/simulation.ts';
import { defaultDocument, type LoggedEdit } from '../../shared/universe/index.ts';
import { createTransferOutput, type FrameOutput } from './frame-output.ts';
import { readSlot, viewSlot } from './frame-slot.ts';
import type { DueEvent, DueNote, WorkerReport } from './protocol.ts';
import { createRunLoop } from './run-loop.ts';

const tickMs = 1000 / 60;

type FrameReport = Extract<WorkerReport, { kind: 'frame' }>;

function smallDocument() {
  const document = defaultDocument();
  return { ...document, parameters: { ...document.parameters, particleCount: 500, emissionRate: 200 } };
}

const frameOf = ({ buffer, capacity }: FrameReport) => readSlot(viewSlot(buffer, 0, capacity));

/** Starts a loop on a clock that the test moves, and collects its output. */
function startLoop(reader: 'holds' | 'gives back' = 'holds') {
  let nowMs = 1_000_000;
  const reports: WorkerReport[] = [];
  const events: DueEvent[] = [];
  const swarm = new Float32Array(swarmLength);
  let pulses = 0;
  const simulation = createSimulation(smallDocument());
  const output: FrameOutput = createTransferOutput((report) => {
    reports.push(report);
    if (reader === 'gives back' && report.kind === 'frame') output.reclaim(report.buffer);
  });
  const loop = createRunLoop({
    batchMs: 50,
    simulation,
    afterSequence: 0,
    output,
    report: (report) => reports.push(report),
    playNotes: (due) => events.push(...due),
    now: () => nowMs,
    swarm,
    pulse: () => (pulses += 1),
  });
  /** Lets the room confirm in real time from `fromTick` to `toTick`, with a turn of the loop every 8 ms. */
  const play = (fromTick: number, toTick: number) => {
    const startedMs = nowMs;
    for (let tick = fromTick; tick <= toTick; tick += 3) {
      loop.accept({ kind: 'confirm', tick, playing: true, atMs: nowMs });
      while (nowMs < startedMs + (tick + 3 - fromTick) * tickMs) {
        loop.turn();
        nowMs += 8;
      }
    }
  };
  return {
    simulation,
    loop,
    play,
    reports,
    output,
    events,
    swarm,
    pulses: () => pulses,
    get notes() {
      return events.filter((event): event is DueNote => 'note' in event);
    },
  };
}

it('follows the room at a short distance and never passes the confirmed tick', () => {
  const { simulation, play } = startLoop();
  play(0, 300);
  expect(simulation.tick).toBeLessThanOrEqual(300);
  expect(simulation.tick).toBeGreaterThan(285);
});

it('applies each edit before the step of its tick, like a run without a clock', () => {
  const { simulation, loop, play } = startLoop();
  const edits: LoggedEdit[] = [
    { sequence: 1, tick: 40, edit: { kind: 'parameters.set', values: { gravity: 3 } } },
    { sequence: 2, tick: 90, edit: { kind: 'restart' } },
  ];
  loop.accept({ kind: 'edits', edits });
  play(0, 150);
  const alone = createSimulation(smallDocument());
  while (alone.tick < simulation.tick) alone.step(edits.filter((edit) => edit.tick === alone.tick + 1));
  expect(simulation.hash()).toBe(alone.hash());
});

it('sends notes with their due times, spaced by their ticks', () => {
  const run = startLoop();
  run.play(0, 400);
  const { notes } = run;
  expect(notes.length).toBeGreaterThan(3);
  for (let index = 1; index < notes.length; index++) {
    const ticks = notes[index].note.tick - notes[index - 1].note.tick;
    const milliseconds = notes[index].dueMs - notes[index - 1].dueMs;
    expect(Math.abs(milliseconds - ticks * tickMs)).toBeLessThan(0.05 * ticks * tickMs + 1);
  }
});

it('reports the beat at each thirty-second, and when a key is released, however late', () => {
  const { loop, play, events } = startLoop();
  const edits: LoggedEdit[] = [
    { sequence: 1, tick: 40, edit: { kind: 'note.press', midi: 60, velocity: 1 } },
    { sequence: 2, tick: 90, edit: { kind: 'note.release', midi: 60 } },
  ];
  loop.accept({ kind: 'edits', edits });
  play(0, 300);
  const beats = events.flatMap((event) => ('beat' in event ? [event] : []));
  expect(beats.length).toBeGreaterThan(30);
  expect(beats.filter(({ isBar }) => isBar).map(({ beat }) => Math.floor(beat))).toEqual(
    [0, 4, 8].slice(0, beats.filter(({ isBar }) => isBar).length),
  );
  expect(events.findIndex((event) => 'note' in event && event.note.key === 60)).toBeLessThan(
    events.findIndex((event) => 'release' in event && event.release === 60),
  );
  const late = startLoop();
  late.loop.accept({ kind: 'edits', edits });
  late.loop.accept({ kind: 'confirm', tick: 900, playing: false, atMs: 1_000_000 });
  for (let turn = 0; turn < 50 && late.simulation.tick < 900; turn++) late.loop.turn();
  expect(late.events.filter((event) => 'release' in event)).toMatchObject([{ release: 60 }]);
});

it('catches up silently when the room is far ahead', () => {
  const run = startLoop();
  const { simulation, loop, reports } = run;
  loop.accept({ kind: 'confirm', tick: 900, playing: false, atMs: 1_000_000 });
  for (let turn = 0; turn < 50 && simulation.tick < 900; turn++) loop.turn();
  expect(simulation.tick).toBe(900);
  // Only notes just before the current tick may sound.
  expect(run.notes.filter(({ note }) => note.tick < 870)).toEqual([]);
  expect(reports.some((report) => report.kind === 'hash' && report.tick === 300)).toBe(true);
});

it('shows a paused universe once after the start', () => {
  const { loop, reports } = startLoop();
  loop.accept({ kind: 'confirm', tick: 0, playing: false, atMs: 1_000_000 });
  for (let turn = 0; turn < 5; turn++) loop.turn();
  expect(reports.filter(({ kind }) => kind === 'frame')).toHaveLength(1);
});

it('reports the hash of a requested tick, and sends snapshots', () => {
  const { simulation, loop, play, reports } = startLoop();
  loop.accept({ kind: 'hash', tick: 77 });
  play(0, 120);
  const asked = reports.find((report) => report.kind === 'hash' && report.tick === 77);
  expect(asked).toMatchObject({ hash: expect.stringMatching(/^[0-9a-f]{16}$/) });
  loop.accept({ kind: 'snapshot', requestId: 'one', tick: 0 });
  expect(reports.at(-1)).toMatchObject({ kind: 'snapshot', requestId: 'one', tick: simulation.tick, hash: simulation.hash() });
});

it('skips frames while the reader holds all transferred buffers, and continues when one returns', () => {
  const { play, reports, loop } = startLoop();
  play(0, 60);
  const frames = reports.filter((report) => report.kind === 'frame');
  expect(frames).toHaveLength(3);
  const [first] = frames;
  expect(frameOf(first).scalars.tick).toBeGreaterThan(0);
  expect(loop.turn()).toBeGreaterThan(0);
});

it.each([
  ['a pause', false],
  ['a room that confirms no more', true],
])('shows the last tick of %s, though the reader held all buffers when it was made', (_, playing) => {
  const { simulation, loop, play, reports, output } = startLoop();
  play(0, 60);
  const frames = () => reports.filter((report) => report.kind === 'frame');
  const [first] = frames();
  loop.accept({ kind: 'confirm', tick: 63, playing, atMs: 1_001_100 });
  for (let turn = 0; turn < 60; turn++) loop.turn();
  expect(frames()).toHaveLength(3);
  output.reclaim(first.buffer);
  for (let turn = 0; turn < 3; turn++) loop.turn();
  expect(frames()).toHaveLength(4);
  expect(frameOf(frames().at(-1)!).scalars.tick).toBe(simulation.tick);
});

it.each(['gives back', 'holds'] as const)(
  'reports the swarm ten times a second, in the notes of the music, when the reader %s',
  (reader) => {
    const run = startLoop(reader);
    const { play, swarm, pulses } = run;
    play(0, 600);
    expect(pulses()).toBeGreaterThan(90);
    expect(pulses()).toBeLessThanOrEqual(100);
    const classes = new Set(run.notes.map(({ note }) => Math.round(Math.log2(note.frequencyHz) * 1200) % 1200));
    const hummed = Array.from({ length: swarm.length / 3 }, (_, voice) => swarm[voice * 3]).filter((hz) => hz > 0);
    expect(hummed.length).toBeGreaterThan(0);
    for (const hz of hummed) expect(classes).toContain(Math.round(Math.log2(hz) * 1200) % 1200);
  },
);
