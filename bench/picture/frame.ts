import { race } from './race.ts';
import { nextInput } from './scene.ts';
import { openStudio, recordSplat, submit } from './studio.ts';

/** Compares the whole frame, from the upload to the final picture, with its splat alone. */
export async function measureFrame(rounds: number) {
  const studio = await openStudio(1);
  const { device, picture } = studio;
  let { input } = studio;
  return race(
    {
      frame: async () => {
        input = nextInput(input);
        picture.draw(input);
        await device.queue.onSubmittedWorkDone();
      },
      splat: () => submit(device, (encoder) => recordSplat(studio, encoder)),
    },
    rounds,
  );
}
