// Light in whole steps of the sum; rounding by chance keeps the faintest true on average.
fn grainsOf(light: vec3f, rounding: f32) -> vec3u {
  return vec3u(light * lightUnit + rounding);
}

// Share of the farther column and row, 0..1, of a point so far from the nearer; a coarse one falls on one pixel of the four by lot,
// as often as it would give to it.
fn farShare(part: vec2f, rounding: f32) -> vec2f {
  let lot = select(vec2f(0.0), vec2f(1.0), vec2f(fract(rounding * 97.0), rounding) < part);
  return select(part, lot, frame.view.coarse > 0u);
}

// The share of a point that each pixel around it gets: x by column, y by row.
fn cornerShare(point: vec2f, corner: vec2i, rounding: f32) -> f32 {
  let far = farShare(point - 0.5 - floor(point - 0.5), rounding);
  let share = select(1.0 - far, far, corner > vec2i(0));
  return share.x * share.y;
}
