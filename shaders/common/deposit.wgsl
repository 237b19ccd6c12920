fn depositAt(pixel: vec2i, light: vec3f, rounding: f32) {
  if (any(pixel < vec2i(0)) || any(vec2u(pixel) >= vec2u(frame.view.width, frame.view.height))) { return; }
  let at = (u32(pixel.y) * frame.view.width + u32(pixel.x)) * 3u;
  let grains = grainsOf(light, rounding);
  if (grains.r > 0u) { atomicAdd(&lightSum[at], grains.r); }
  if (grains.g > 0u) { atomicAdd(&lightSum[at + 1u], grains.g); }
  if (grains.b > 0u) { atomicAdd(&lightSum[at + 2u], grains.b); }
}

// A point, shared between the four pixels around it; a coarse one falls on one of them.
fn depositPoint(point: vec2f, light: vec3f, rounding: f32) {
  let coarse = frame.view.coarse > 0u;
  let base = select(vec2i(floor(point - 0.5)), pixelByLot(point, rounding), coarse);
  for (var corner = 0; corner < select(4, 1, coarse); corner++) {
    let offset = vec2i(corner & 1, corner >> 1u);
    depositAt(base + offset, light * select(cornerShare(point, offset), 1.0, coarse), rounding);
  }
}

// A soft disc (1 − d²/r²)² of the same light in all.
fn depositDisc(centre: vec2f, light: vec3f, radius: f32, rounding: f32) {
  let low = vec2i(floor(centre - radius));
  let high = vec2i(ceil(centre + radius));
  // ∬(1 − d²/r²)² = π r² / 3
  let share = light * (0.954930 / (radius * radius));
  for (var y = low.y; y < high.y; y++) {
    for (var x = low.x; x < high.x; x++) {
      let offset = (vec2f(f32(x), f32(y)) + 0.5 - centre) / radius;
      let inside = max(0.0, 1.0 - dot(offset, offset));
      if (inside > 0.0) { depositAt(vec2i(x, y), share * (inside * inside), rounding); }
    }
  }
}
