import { createGuest } from '../../server/testing/test-server.ts';
import type { UniverseDetail } from '../../shared/api/contract/contract.ts';
import { uniformAt } from '../../shared/math/generator.ts';
import { type LineFaults, noFaults, openFaultyLine } from './faulty-connection.ts';
import { compare, settle } from '../support/members/compare.ts';
import { joinAsMember } from '../support/members/member.ts';
import { randomEdit } from '../support/members/random-edit.ts';
import { sleep, waitUntil } from '../support/until.ts';

const memberCount = 8;
/** Maximum time between two edits of a member, in ms. */
const maxBetweenEditsMs = 40;
const settleMs = 60_000;

/** One write in a hundred cuts its connection, and one in a thousand silences it until the page gives it up. */
const faults: LineFaults = { cut: 0.01, drop: 0.001, delayMs: 60 };

/** The result of a seed. */
export interface BadLinesResult {
  edits: number;
  /** Edits in the log; successive edits of a member are merged before sending, and some arrive too late. */
  logged: number;
  cut: number;
  dropped: number;
}

/**
 * Lets eight members edit a universe over connections that are cut, fall silent, and delay writes.
 * @throws Error if a document, a member's log or the server's state differs in the end.
 */
export async function editOverBadLines(url: string, seed: number, edits: number): Promise<BadLinesResult> {
  const owner = await createGuest(url);
  const { id, document } = (await owner.call<UniverseDetail>('POST', '/api/v1/universes', { templateId: 'pulsar' })).body;
  const lines = await Promise.all(Array.from({ length: memberCount }, (_, index) => openFaultyLine(url, seed * memberCount + index)));
  const guests = await Promise.all(lines.map(() => createGuest(url)));
  const members = lines.map(({ origin }, index) => joinAsMember(origin, guests[index]!.cookie, id, document));
  try {
    const online = () => members.every(({ status }) => status === 'online');
    await waitUntil(online, settleMs, () => members.map(({ status, sentence }) => `${status} ${sentence}`).join(', '));
    for (const line of lines) line.setFaults(faults);
    const each = Math.ceil(edits / memberCount);
    await Promise.all(
      members.map(async ({ room }, person) => {
        for (let index = 0; index < each; index += 1) {
          const own = person * each + index;
          room.edit(randomEdit(seed, own));
          await sleep(uniformAt(seed, own, 9) * maxBetweenEditsMs);
        }
      }),
    );
    for (const line of lines) line.setFaults(noFaults);
    await settle(members);
    const { body } = await owner.call<UniverseDetail>('GET', `/api/v1/universes/${id}`);
    compare(members, body);
    return {
      edits: each * memberCount,
      logged: members[0]!.run.edits.length,
      cut: lines.reduce((sum, { suffered }) => sum + suffered.cut, 0),
      dropped: lines.reduce((sum, { suffered }) => sum + suffered.dropped, 0),
    };
  } finally {
    for (const { room } of members) room.close();
    for (const line of lines) line.close();
  }
}
