import type { UniverseDocument } from '../../universe/index.ts';
import { clearContacts } from '../contacts.ts';
import { joinWorld } from '../create-world.ts';
import { createMemory } from '../memory.ts';
import { buildSharedKernels } from '../schedule.ts';
import { dismissed, openControl } from './control.ts';
import type { WorkerThreadStart } from './thread-pool.ts';

const refuseMemory = (): never => {
  throw new Error('a step thread asked for memory that the others do not know');
};

/** Runs the kernels of a worker thread until the pool is dismissed. Blocks its thread: call it on one without other work. */
export function runWorkerThread({ member, members, poolMemory, document, pools, buffers }: WorkerThreadStart): void {
  const control = openControl(poolMemory, members);
  const world = joinWorld(document, createMemory(refuseMemory, buffers), pools, members);
  const kernels = buildSharedKernels(world);
  let { calls, version } = control.now();
  control.meet();
  for (;;) {
    const called = control.listen(calls);
    calls = called.calls;
    if (called.section === dismissed) return;
    const news = control.hear(version);
    if (news) {
      version = news.version;
      world.document = JSON.parse(news.text) as UniverseDocument;
    }
    clearContacts(world.contacts);
    const kernel = kernels[called.section];
    const phases = kernel?.phases ?? [];
    kernel?.begin();
    for (let index = 0; index < phases.length; index++) {
      phases[index](member, members);
      if (index === phases.length - 1) control.writeContacts(member, world.contacts);
      control.meet();
    }
  }
}
