fn addGrains(at: u32, light: vec3f, rounding: f32) {
  let grains = grainsOf(light, rounding);
  if (any(grains > vec3u(0u))) {
    atomicAdd(&lightSum[at], grains.r);
    atomicAdd(&lightSum[at + 1u], grains.g);
    atomicAdd(&lightSum[at + 2u], grains.b);
  }
}

fn depositAt(pixel: vec2i, light: vec3f, rounding: f32) {
  if (any(pixel < vec2i(0)) || any(vec2u(pixel) >= vec2u(frame.view.width, frame.view.height))) { return; }
  addGrains((u32(pixel.y) * frame.view.width + u32(pixel.x)) * 3u, light, rounding);
}

// True when all four pixels around a point are inside the picture.
fn fourInside(point: vec2f) -> bool {
  return all(point >= vec2f(0.5)) && all(point < frame.view.size - 0.5);
}

// Adds a point splat to the four pixels around it, which are all inside the picture.
fn depositInside(point: vec2f, light: vec3f, rounding: f32) {
  let corner = floor(point - 0.5);
  let far = farShare(point - 0.5 - corner, rounding);
  let near = 1.0 - far;
  let at = (u32(corner.y) * frame.view.width + u32(corner.x)) * 3u;
  let below = at + frame.view.width * 3u;
  addGrains(at, light * (near.x * near.y), rounding);
  addGrains(at + 3u, light * (far.x * near.y), rounding);
  addGrains(below, light * (near.x * far.y), rounding);
  addGrains(below + 3u, light * (far.x * far.y), rounding);
}

// Adds a point splat at any position.
fn depositPoint(point: vec2f, light: vec3f, rounding: f32) {
  let base = vec2i(floor(point - 0.5));
  for (var corner = 0; corner < 4; corner++) {
    let offset = vec2i(corner & 1, corner >> 1u);
    depositAt(base + offset, light * cornerShare(point, offset, rounding), rounding);
  }
}

// Adds a soft disc (1 − d²/r²)² with the same total light.
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
