import { Worker } from 'node:worker_threads';
import { type Crew, leadCrew } from '../../shared/simulation/crew/lead.ts';

/** A crew of `members` threads of Node, this one among them, and a way to end the others. */
export function recruit(members: number): { crew: Crew; end(): Promise<void> } {
  const threads = Array.from({ length: members - 1 }, () => new Worker(new URL('step-thread.ts', import.meta.url)));
  const crew = leadCrew(members, (invitation) => threads[invitation.member - 1].postMessage(invitation));
  return {
    crew,
    async end() {
      crew.dismiss();
      await Promise.all(threads.map((thread) => thread.terminate()));
    },
  };
}
