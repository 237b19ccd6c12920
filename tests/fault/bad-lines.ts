import { isDeepStrictEqual } from 'node:util';
import { createGuest } from '../../server/testing/test-server.ts';
import type { UniverseDetail } from '../../shared/api/contract/contract.ts';
import { uniformAt } from '../../shared/math/generator.ts';
import { type LineFaults, noFaults, openFaultyLine } from './faulty-line.ts';
import { joinAsMember, type Member } from './member.ts';
import { randomEdit } from './random-edit.ts';
import { sleep, waitUntil } from './until.ts';

const people = 8;
/** A hand's moves, in ms. */
const mostBetweenEditsMs = 40;
const settleMs = 60_000;

/** One connection in a hundred writes is cut, and one in a thousand falls silent until the page gives it up. */
const faults: LineFaults = { cut: 0.01, drop: 0.001, delayMs: 60 };

/** What a seed came to. */
export interface BadLinesResult {
  edits: number;
  /** Edits that came to be in the log; moves of one hand are merged on their way, and some come too late. */
  logged: number;
  cut: number;
  dropped: number;
}

/**
 * Eight people edit one universe over lines that are cut, fall silent, and hold up what they carry.
 * @throws Error where a document, the log of anybody, or what the server keeps is not the same in the end.
 */
export async function editOverBadLines(url: string, seed: number, edits: number): Promise<BadLinesResult> {
  const owner = await createGuest(url);
  const { id, document } = (await owner.call<UniverseDetail>('POST', '/api/v1/universes', { templateId: 'pulsar' })).body;
  const lines = await Promise.all(Array.from({ length: people }, (_, index) => openFaultyLine(url, seed * people + index)));
  const guests = await Promise.all(lines.map(() => createGuest(url)));
  const members = lines.map(({ origin }, index) => joinAsMember(origin, guests[index]!.cookie, id, document));
  try {
    const online = () => members.every(({ status }) => status === 'online');
    await waitUntil(online, settleMs, () => members.map(({ status, sentence }) => `${status} ${sentence}`).join(', '));
    for (const line of lines) line.setFaults(faults);
    const each = Math.ceil(edits / people);
    await Promise.all(
      members.map(async ({ room }, person) => {
        for (let index = 0; index < each; index += 1) {
          const own = person * each + index;
          room.edit(randomEdit(seed, own));
          await sleep(uniformAt(seed, own, 9) * mostBetweenEditsMs);
        }
      }),
    );
    for (const line of lines) line.setFaults(noFaults);
    await settle(members);
    const { body } = await owner.call<UniverseDetail>('GET', `/api/v1/universes/${id}`);
    compare(members, body);
    return {
      edits: each * people,
      logged: members[0]!.run.edits.length,
      cut: lines.reduce((sum, { suffered }) => sum + suffered.cut, 0),
      dropped: lines.reduce((sum, { suffered }) => sum + suffered.dropped, 0),
    };
  } finally {
    for (const { room } of members) room.close();
    for (const line of lines) line.close();
  }
}

/** Waits until everybody's edits are answered, and all have heard the same. */
export async function settle(members: readonly Member[]): Promise<void> {
  const lastOf = ({ run }: Member) => run.edits.at(-1)?.sequence ?? 0;
  const isSettled = () =>
    members.every(({ room, status }) => status === 'online' && room.pendingEdits().length === 0) && new Set(members.map(lastOf)).size === 1;
  const standing = () =>
    members.map((member) => `${member.status}, ${member.room.pendingEdits().length} pending, last ${lastOf(member)}`).join('; ');
  await waitUntil(isSettled, settleMs, standing);
}

/** @throws Error with the first thing in which two of them, or the server, differ. */
export function compare(members: readonly Member[], { document }: Pick<UniverseDetail, 'document'>): void {
  const [first] = members;
  members.forEach(({ run, faults: own }, index) => {
    if (own.length > 0) throw new Error(`member ${index}: ${own[0]}`);
    if (!isDeepStrictEqual(run.edits, first!.run.edits)) throw new Error(`member ${index} has another log than the first`);
    if (!isDeepStrictEqual(run.document, document)) throw new Error(`member ${index} has another document than the server`);
  });
}
