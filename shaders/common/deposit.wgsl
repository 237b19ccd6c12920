fn depositAt(x: i32, y: i32, light: vec3f, rounding: f32) {
  if (x < 0 || y < 0 || x >= i32(frame.view.width) || y >= i32(frame.view.height)) { return; }
  let at = (u32(y) * frame.view.width + u32(x)) * 3u;
  // Rounding by chance keeps the faintest light true on average.
  let fixed = vec3u(light * lightUnit + rounding);
  if (fixed.r > 0u) { atomicAdd(&lightSum[at], fixed.r); }
  if (fixed.g > 0u) { atomicAdd(&lightSum[at + 1u], fixed.g); }
  if (fixed.b > 0u) { atomicAdd(&lightSum[at + 2u], fixed.b); }
}

// A point, shared between the four pixels around it.
fn depositPoint(pixel: vec2f, light: vec3f, rounding: f32) {
  let corner = pixel - 0.5;
  let base = vec2i(floor(corner));
  let part = corner - vec2f(base);
  if (frame.view.coarse > 0u) {
    // A quarter of the writes: each point falls on one of the four, by lot, where it would have shared.
    let lot = fract(rounding * 97.0);
    let nearer = vec2i(select(0, 1, lot < part.x), select(0, 1, rounding < part.y));
    depositAt(base.x + nearer.x, base.y + nearer.y, light, rounding);
    return;
  }
  depositAt(base.x, base.y, light * ((1.0 - part.x) * (1.0 - part.y)), rounding);
  depositAt(base.x + 1, base.y, light * (part.x * (1.0 - part.y)), rounding);
  depositAt(base.x, base.y + 1, light * ((1.0 - part.x) * part.y), rounding);
  depositAt(base.x + 1, base.y + 1, light * (part.x * part.y), rounding);
}

// A soft disc (1 − d²/r²)² of the same light in all.
fn depositDisc(pixel: vec2f, light: vec3f, radius: f32, rounding: f32) {
  let low = vec2i(floor(pixel - radius));
  let high = vec2i(ceil(pixel + radius));
  // ∬(1 − d²/r²)² = π r² / 3
  let share = light * (0.954930 / (radius * radius));
  for (var y = low.y; y < high.y; y++) {
    for (var x = low.x; x < high.x; x++) {
      let offset = (vec2f(f32(x), f32(y)) + 0.5 - pixel) / radius;
      let inside = max(0.0, 1.0 - dot(offset, offset));
      if (inside > 0.0) { depositAt(x, y, share * (inside * inside), rounding); }
    }
  }
}
