// Converts light to fixed-point units; random rounding keeps the faintest light correct on average.
fn grainsOf(light: vec3f, rounding: f32) -> vec3u {
  return vec3u(light * lightUnit + rounding);
}

// Share 0..1 of the far column and row, for a point at distance `part` from the near ones; a coarse splat falls on one of the four pixels,
// chosen at random with these shares as probabilities.
fn farShare(part: vec2f, rounding: f32) -> vec2f {
  let lot = select(vec2f(0.0), vec2f(1.0), vec2f(fract(rounding * 97.0), rounding) < part);
  return select(part, lot, frame.view.coarse > 0u);
}

// The share of a point splat that a pixel around it gets: that of its column times that of its row.
fn cornerShare(point: vec2f, corner: vec2i, rounding: f32) -> f32 {
  let far = farShare(point - 0.5 - floor(point - 0.5), rounding);
  let share = select(1.0 - far, far, corner > vec2i(0));
  return share.x * share.y;
}
