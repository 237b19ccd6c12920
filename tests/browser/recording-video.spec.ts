import { expect, test } from '@playwright/test';
import { recordPart, waitFor } from '../support/record.ts';
import { makeUniverse, openUniversePage, tickOf } from '../support/universe-page.ts';

// The CPU draws the frames of a video here, beside those of the page.
test.setTimeout(480_000);

test('records a video with its length, its size, its sound and a moving picture', async ({ page }) => {
  // A small stage and a low quality leave more of the CPU to the recording.
  await page.setViewportSize({ width: 420, height: 650 });
  await page.addInitScript(() => localStorage.setItem('harmonic.quality', '0.3'));
  await openUniversePage(page, `/u/${await makeUniverse(page, 'pulsar')}`);
  await waitFor(page, 5);
  const tickBefore = await tickOf(page);
  const [file] = await recordPart(page, 'video', '0:03', '0:04');
  // The universe went on meanwhile.
  expect(await tickOf(page)).toBeGreaterThan(tickBefore + 60);
  expect(file.name).toBe('pulsar.webm');
  const seen = await page.evaluate(async (source) => {
    const blob = new Blob([Uint8Array.from(atob(source), (letter) => letter.charCodeAt(0))], { type: 'video/webm' });
    const video = document.createElement('video');
    video.muted = true;
    video.src = URL.createObjectURL(blob);
    await new Promise((resolve, reject) => {
      video.onloadeddata = resolve;
      video.onerror = () => reject(new Error(video.error?.message));
    });
    const canvas = new OffscreenCanvas(64, 36);
    const context = canvas.getContext('2d', { willReadFrequently: true })!;
    const pictures: number[][] = [];
    for (const seconds of [0, 0.5, 0.9]) {
      video.currentTime = seconds;
      await new Promise((resolve) => (video.onseeked = resolve));
      // A frame may be decoded a little after the seek; until then nothing is drawn.
      const draw = () => {
        context.drawImage(video, 0, 0, 64, 36);
        return [...context.getImageData(0, 0, 64, 36).data];
      };
      let picture = draw();
      while (picture[3] === 0) {
        await new Promise((resolve) => setTimeout(resolve, 20));
        picture = draw();
      }
      pictures.push(picture);
    }
    const sound = await new AudioContext().decodeAudioData(await blob.arrayBuffer());
    const samples = sound.getChannelData(0);
    return {
      duration: video.duration,
      width: video.videoWidth,
      height: video.videoHeight,
      pictures,
      soundSeconds: sound.duration,
      loudest: samples.reduce((most, sample) => Math.max(most, Math.abs(sample)), 0),
    };
  }, file.bytes.toString('base64'));
  expect(seen).toMatchObject({ width: 1280, height: 720 });
  expect(Math.abs(seen.duration - 1)).toBeLessThan(0.05);
  expect(Math.abs(seen.soundSeconds - 1)).toBeLessThan(0.1);
  expect(seen.loudest).toBeGreaterThan(0.01);
  const lit = seen.pictures.map((picture) => picture.filter((value, index) => index % 4 !== 3 && value > 40).length);
  expect(Math.min(...lit), `bright values of the pictures: ${lit.join(', ')}`).toBeGreaterThan(20);
  const apart = seen.pictures[0].reduce((sum, value, index) => sum + Math.abs(value - seen.pictures[2][index]), 0);
  expect(apart / seen.pictures[0].length).toBeGreaterThan(0.5);
});
