import type { UniverseDocument } from '../../universe/index.ts';
import type { SharedKernel, UniverseWorld } from '../world.ts';
import { allocateThreadPool, type ThreadPoolMemory, dismissed, openControl } from './control.ts';

/** The data that a thread needs to take part in the steps of a world. */
export interface WorkerThreadStart {
  readonly member: number;
  readonly members: number;
  readonly poolMemory: ThreadPoolMemory;
  readonly document: UniverseDocument;
  readonly pools: UniverseWorld['pools'];
  readonly buffers: ReadonlyMap<string, ArrayBufferLike>;
}

/** The thread pool that shares the steps of a universe, for the thread that leads it. The memory of the world must be shared. */
export interface ThreadPool {
  readonly members: number;
  /** Moves the pool to another world, whose kernels have been built. */
  join(world: UniverseWorld): void;
  /** Runs the kernel of a section of the schedule on all threads. */
  run(section: number, kernel: SharedKernel): void;
  /** Ends the work of the other threads. */
  dismiss(): void;
}

/** Creates a thread pool. `enlist` passes its start data to a new thread, which must call `runWorkerThread` with it. */
export function createThreadPool(members: number, enlist: (invitation: WorkerThreadStart) => void, patienceMs?: number): ThreadPool {
  const poolMemory = allocateThreadPool(members);
  const control = openControl(poolMemory, members, patienceMs);
  let world: UniverseWorld | null = null;
  let told: UniverseDocument | null = null;

  const dismiss = () => {
    if (world) control.call(dismissed);
    world = null;
  };

  return {
    members,
    join(next) {
      dismiss();
      world = next;
      told = next.document;
      const { document, pools, memory } = next;
      for (let member = 1; member < members; member++) {
        enlist({ member, members, poolMemory, document, pools, buffers: memory.buffers });
      }
      control.meet();
    },
    run(section, kernel) {
      if (!world || !kernel.begin()) return;
      if (world.document !== told) {
        told = world.document;
        control.tell(JSON.stringify(told));
      }
      control.call(section);
      for (const phase of kernel.phases) {
        phase(0, members);
        control.meet();
      }
      for (let member = 1; member < members; member++) control.addContacts(member, world.contacts);
    },
    dismiss,
  };
}
