// Scene, bloom and background → picture → flash limiter → canvas. An invocation makes a whole tile of the limiter, so that the mean of the
// tile needs no barrier.
@compute @workgroup_size(tileSide, tileSide)
fn developPicture(@builtin(global_invocation_id) id: vec3u) {
  let size = vec2u(frame.view.width, frame.view.height);
  let tiles = (size + tileSide - 1u) / tileSide;
  if (id.x >= tiles.x || id.y >= tiles.y) { return; }
  // The votes of the previous frame close the gate; three counters take turns, so that one is always empty.
  let turn = frame.view.frameIndex;
  let closed = f32(atomicLoad(&flashVotes[(turn + 2u) % 3u])) > flashGateShare * f32(tiles.x * tiles.y);
  let at = id.y * tiles.x + id.x;
  if (at == 0u) { atomicStore(&flashVotes[(turn + 1u) % 3u], 0u); }

  var tile = agedTile(flashTiles[at], frame.view.flashSlotsPassed);
  let limited = closed && isSpentTile(tile);
  let low = id.xy * tileSide;
  let high = min(low + tileSide, size);
  var sum = vec3f(0.0);
  for (var y = low.y; y < high.y; y++) {
    for (var x = low.x; x < high.x; x++) {
      let lot = lotOf(vec2u(x, y));
      let picture = develop(vec2u(x, y), lot);
      sum += measuredFromScreen(picture);
      if (!limited) { show(vec2u(x, y), picture, lot); }
    }
  }
  let mean = sum / f32((high.x - low.x) * (high.y - low.y));
  var share = 1.0;
  if (limited) {
    share = limitedShare(tile, mean);
    for (var y = low.y; y < high.y; y++) {
      for (var x = low.x; x < high.x; x++) {
        let lot = lotOf(vec2u(x, y));
        let wanted = linearFromScreen(develop(vec2u(x, y), lot));
        let before = linearFromScreen(unpackShown(shown[y * size.x + x]));
        show(vec2u(x, y), screenFromLinear(mix(before, wanted, share)), lot);
      }
    }
  }
  tile = followedTile(tile, mean, share);
  flashTiles[at] = tile;
  if (isSpentTile(tile)) { atomicAdd(&flashVotes[turn % 3u], 1u); }
}

fn lotOf(pixel: vec2u) -> u32 {
  return hashWord(pixel.x + pixel.y * 8192u + frame.view.frameIndex * 16777259u);
}

fn show(pixel: vec2u, picture: vec3f, lot: u32) {
  shown[pixel.y * frame.view.width + pixel.x] = packShown(picture, f32(lot >> 8u) / 16777216.0);
  textureStore(canvas, pixel, vec4f(picture, 1.0));
}

// sRGB-encoded, 0..1.
fn develop(pixel: vec2u, lot: u32) -> vec3f {
  let place = (vec2f(pixel) + 0.5) / frame.view.size;
  // Glow spreads light; only a part of it adds light.
  let gain = exposure[0] * frame.view.light / (1.0 + 0.7 * frame.view.glowAmount);
  let sharp = textureLoad(scene, pixel, 0).rgb;
  let soft = textureSampleLevel(bloom, smoothly, place, 0.0).rgb;
  let tint = mix(vec3f(1.0), frame.view.haze.rgb, 0.4);
  let light = (mix(sharp, soft, min(frame.look.blur * 1.6, 1.0)) + soft * tint * (1.5 * frame.view.glowAmount)) * gain;

  let fromCentre = (place - 0.5) * vec2f(min(1.0, frame.view.size.x / frame.view.size.y), min(1.0, frame.view.size.y / frame.view.size.x));
  let edge = dot(fromCentre, fromCentre) * 2.0;
  // Loud passages weaken the vignette a little.
  let closed = 0.36 - 0.2 * frame.look.audioToEffects * frame.scalars.nowSmoothLoudness;
  let vignette = 1.0 - closed * smoothstep(0.1, 0.75, edge);

  let film = toneMap(light * vignette, 1.42);
  // Light covers the background as much as it shines. On a dark background it adds, on a bright one it paints over.
  let paper = luminance(frame.view.space.rgb);
  let space = frame.view.space.rgb * mix(1.25 - 0.5 * smoothstep(0.0, 0.8, edge), 1.0, paper);
  let cover = max(film.r, max(film.g, film.b));
  let noise = (f32(lot & 65535u) - f32(lot >> 16u)) / 65536.0;
  // Triangular noise of one display step hides banding; a little more in the highlights looks like film grain.
  let picture = film + space * (1.0 - cover) + noise * (1.0 + 2.0 * cover) / 255.0;
  return clamp(picture, vec3f(0.0), vec3f(1.0));
}
