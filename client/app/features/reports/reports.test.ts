import { expect, it } from 'vitest';
import { usualPreferences } from '../../../../shared/api/accounts/preferences.ts';
import { clientReportSchema } from '../../../../shared/api/operations/report-schemas.ts';
import { mayReport } from './consent.ts';
import { reportedError } from './error-place.ts';
import { createFrameTimes } from './frame-times.ts';
import { createReportDraft } from './report.ts';
import { createUnderrunCount } from './underruns.ts';

const host = 'universe.example';
const script = `https://${host}/assets/index-AbCd1234.js`;

function thrown(name: string, message: string, stack: string): Error {
  return Object.assign(new Error(message), { name, stack });
}

it('finds the place of an error in the stacks of each engine', () => {
  const place = { script: 'index-AbCd1234', line: 1, column: 4711 };
  for (const stack of [
    `TypeError: no\n    at f (${script}:1:4711)\n    at ${script}:1:9`,
    `TypeError: no\n    at ${script}:1:4711`,
    `f@${script}:1:4711\n@${script}:1:9`,
    `TypeError: no\n    at extension (chrome-extension://abc/assets/x.js:1:1)\n    at g (${script}:1:4711)`,
  ])
    expect(reportedError({ kind: 'script', thrown: thrown('TypeError', 'no', stack) }, host)).toEqual({
      kind: 'script',
      name: 'TypeError',
      place,
    });
  expect(reportedError({ kind: 'script', thrown: 'a text', at: `${script}:1:4711` }, host)).toEqual({
    kind: 'script',
    name: 'Other',
    place,
  });
});

it('tells nothing of what an error quotes', () => {
  const said = 'ada@example.org writes in "My secret universe"';
  const hostile = [
    thrown('Error', said, `Error: ${said}\n    at ${script.replace('index-AbCd1234', 'my secret universe')}:1:1`),
    thrown(said, said, `${said}@https://elsewhere.example/assets/secret.js:1:1`),
    thrown(
      'Error',
      `${said}\n    at https://elsewhere.example/assets/secret.js:1:1`,
      `${said}\n    at https://elsewhere.example/assets/secret.js:1:1`,
    ),
    { name: said, message: said, stack: `at ${script}:1:1 ${said}` },
    new DOMException(said, said),
    said,
    Object.assign(new Error(said), { stack: undefined }),
    null,
  ];
  for (const one of hostile) {
    const text = JSON.stringify(reportedError({ kind: 'promise', thrown: one, at: `${script}?${said}:1:1` }, host));
    for (const word of ['ada', 'secret', 'universe', 'example', 'writes']) expect(text).not.toContain(word);
  }
});

it('tells each error of a page once, and at most ten in a report', () => {
  const draft = createReportDraft(host);
  const fail = (column: number) => draft.failed({ kind: 'script', at: `${script}:1:${column}` });
  for (let column = 1; column <= 12; column += 1) for (let times = 0; times < 3; times += 1) fail(column);
  const reports = [draft.take()!, draft.take()!];
  expect(reports.map(({ errors }) => errors!.length)).toEqual([10, 2]);
  for (const report of reports) expect(clientReportSchema.parse(report)).toEqual(report);
  fail(1);
  expect(draft.take()).toBeNull();
});

it('tells what happened since the last report, and nothing of a quiet page', () => {
  const draft = createReportDraft(host);
  expect(draft.take()).toBeNull();
  draft.firstFrame(1234.4);
  draft.firstFrame(2);
  draft.reconnected();
  draft.diverged();
  draft.diverged();
  const report = draft.take()!;
  expect(report).toEqual({ firstFrameMs: 1234, reconnections: 1, divergences: 2 });
  expect(clientReportSchema.parse(report)).toEqual(report);
  draft.firstFrame(3);
  expect(draft.take()).toBeNull();
});

it('measures the time between pictures, but not while nobody sees them', () => {
  const frames = createFrameTimes();
  let [ms, drawn] = [0, 0];
  const draw = (readings: number, stepMs: number, pictures: number) => {
    for (let reading = 0; reading < readings; reading += 1) frames.observe((ms += stepMs), (drawn += pictures));
  };
  draw(20, 100, 6);
  expect(frames.take()).toBeNull();
  draw(90, 100, 6);
  draw(10, 100, 2);
  frames.pause();
  ms += 3000;
  draw(1, 100, 6);
  ms += 60_000;
  draw(1, 100, 6);
  // A new device begins to count again.
  drawn = 0;
  draw(1, 100, 6);
  expect(frames.take()).toEqual({ p50: 17, p95: 50 });
  expect(frames.take()).toBeNull();
});

it('counts the times that the audio clock stood still, whatever the jitter of its readings', () => {
  const underruns = createUnderrunCount();
  let [pageMs, audioSeconds] = [0, 0];
  const play = (readings: number) => {
    for (let reading = 0; reading < readings; reading += 1) {
      pageMs += 100;
      audioSeconds += 0.1;
      underruns.observe(pageMs, audioSeconds - (reading % 3) * 0.012);
    }
  };
  play(40);
  expect(underruns.take()).toBe(0);
  pageMs += 60;
  play(40);
  pageMs += 200;
  play(40);
  expect(underruns.take()).toBe(2);
  // The device slept; and then the sound was stopped for a while.
  pageMs += 30_000;
  play(40);
  underruns.pause();
  pageMs += 300;
  play(40);
  expect(underruns.take()).toBe(0);
});

it('reports only where neither the user nor the browser says no', () => {
  const on = { ...usualPreferences, reports: 'on' } as const;
  expect(mayReport(on, {})).toBe(true);
  expect(mayReport(on, { globalPrivacyControl: false, doNotTrack: null })).toBe(true);
  expect(mayReport({ ...on, reports: 'off' }, {})).toBe(false);
  expect(mayReport(on, { globalPrivacyControl: true })).toBe(false);
  expect(mayReport(on, { doNotTrack: '1' })).toBe(false);
});
