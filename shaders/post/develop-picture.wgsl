var<workgroup> tileSums: array<vec4f, tilePixels>;
var<workgroup> tileShare: f32;

// Scene, bloom and space → the picture, and that, kept from flashing, → the canvas. A workgroup is a tile of the limiter.
@compute @workgroup_size(tileSide, tileSide)
fn developPicture(@builtin(global_invocation_id) id: vec3u, @builtin(workgroup_id) tile: vec3u, @builtin(local_invocation_index) index: u32) {
  let inside = id.x < frame.view.width && id.y < frame.view.height;
  let lot = hashWord(id.x + id.y * 8192u + frame.view.frameIndex * 16777259u);
  var picture = vec3f(0.0);
  if (inside) { picture = develop(id.xy, lot); }

  tileSums[index] = select(vec4f(0.0), vec4f(measuredFromScreen(picture), 1.0), inside);
  workgroupBarrier();
  if (index < tileSide) {
    for (var at = index + tileSide; at < tilePixels; at += tileSide) { tileSums[index] += tileSums[at]; }
  }
  workgroupBarrier();
  if (index == 0u) {
    var sum = vec4f(0.0);
    for (var column = 0u; column < tileSide; column++) { sum += tileSums[column]; }
    tileShare = limitTile(tile.xy, sum.rgb / sum.a);
  }
  workgroupBarrier();
  if (!inside) { return; }

  let at = id.y * frame.view.width + id.x;
  if (tileShare < 1.0) {
    picture = screenFromLinear(mix(linearFromScreen(unpackShown(shown[at])), linearFromScreen(picture), tileShare));
  }
  shown[at] = packShown(picture, f32(lot >> 8u) / 16777216.0);
  textureStore(canvas, id.xy, vec4f(picture, 1.0));
}

// The gate is closed by the votes of the frame before; three counts take turns, so that one is always empty.
fn limitTile(place: vec2u, mean: vec3f) -> f32 {
  let across = (frame.view.width + tileSide - 1u) / tileSide;
  let down = (frame.view.height + tileSide - 1u) / tileSide;
  let votes = atomicLoad(&flashVotes[(frame.view.frameIndex + 2u) % 3u]);
  let closed = f32(votes) > flashGateShare * f32(across * down);
  let at = place.y * across + place.x;
  if (at == 0u) { atomicStore(&flashVotes[(frame.view.frameIndex + 1u) % 3u], 0u); }
  var state = flashTiles[at];
  let share = decideTile(&state, mean, closed);
  flashTiles[at] = state;
  if (isSpentTile(state)) { atomicAdd(&flashVotes[frame.view.frameIndex % 3u], 1u); }
  return share;
}

// As the screen takes it, 0..1.
fn develop(pixel: vec2u, lot: u32) -> vec3f {
  let place = (vec2f(pixel) + 0.5) / frame.view.size;
  // Glow spreads light; only a part of it is more light.
  let gain = exposure[0] * frame.view.light / (1.0 + 0.7 * frame.view.glowAmount);
  let sharp = textureLoad(scene, pixel, 0).rgb;
  let soft = textureSampleLevel(bloom, smoothly, place, 0.0).rgb;
  let tint = mix(vec3f(1.0), tintOf(frame.look.glowColour.rgb + 0.02, 3.0), 0.4);
  let light = (mix(sharp, soft, min(frame.look.blur * 1.6, 1.0)) + soft * tint * (1.5 * frame.view.glowAmount)) * gain;

  let fromCentre = (place - 0.5) * vec2f(min(1.0, frame.view.size.x / frame.view.size.y), min(1.0, frame.view.size.y / frame.view.size.x));
  let edge = dot(fromCentre, fromCentre) * 2.0;
  // Loud passages open the frame a little.
  let closed = 0.36 - 0.2 * frame.look.audioToEffects * frame.scalars.nowSmoothLoudness;
  let vignette = 1.0 - closed * smoothstep(0.1, 0.75, edge);

  let film = toneMap(light * vignette, 1.42);
  // Light lies over space like a film: it covers as much as it shines. On a dark ground that is adding, on a bright one painting.
  let paper = luminance(frame.view.space.rgb);
  let space = frame.view.space.rgb * mix(1.25 - 0.5 * smoothstep(0.0, 0.8, edge), 1.0, paper);
  let cover = max(film.r, max(film.g, film.b));
  let noise = (f32(lot & 65535u) - f32(lot >> 16u)) / 65536.0;
  // Triangular noise of one step of the screen hides its steps; a little more in the lights reads as grain.
  let picture = film + space * (1.0 - cover) + noise * (1.0 + 2.0 * cover) / 255.0;
  return clamp(picture, vec3f(0.0), vec3f(1.0));
}
