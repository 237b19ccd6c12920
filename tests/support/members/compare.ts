import { isDeepStrictEqual } from 'node:util';
import type { UniverseDetail } from '../../../shared/api/contract/contract.ts';
import { waitUntil } from '../until.ts';
import type { Member } from './member.ts';

const settleMs = 60_000;

/** Waits until the edits of all members are acknowledged, and all have received the same edits. */
export async function settle(members: readonly Member[]): Promise<void> {
  const lastOf = ({ run }: Member) => run.edits.at(-1)?.sequence ?? 0;
  const isSettled = () =>
    members.every(({ room, status }) => status === 'online' && room.pendingEdits().length === 0) && new Set(members.map(lastOf)).size === 1;
  const standing = () =>
    members.map((member) => `${member.status}, ${member.room.pendingEdits().length} pending, last ${lastOf(member)}`).join('; ');
  await waitUntil(isSettled, settleMs, standing);
}

/** @throws Error with the first difference between two members, or a member and the server. */
export function compare(members: readonly Member[], { document }: Pick<UniverseDetail, 'document'>): void {
  const [first] = members;
  members.forEach(({ run, faults: own }, index) => {
    if (own.length > 0) throw new Error(`member ${index}: ${own[0]}`);
    if (!isDeepStrictEqual(run.edits, first!.run.edits)) throw new Error(`member ${index} has another log than the first`);
    if (!isDeepStrictEqual(run.document, document)) throw new Error(`member ${index} has another document than the server`);
  });
}
