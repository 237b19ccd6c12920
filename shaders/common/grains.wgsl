// Light in whole steps of the sum; rounding by chance keeps the faintest true on average.
fn grainsOf(light: vec3f, rounding: f32) -> vec3u {
  return vec3u(light * lightUnit + rounding);
}

// Of the four pixels around a point, one by lot, as often as the point would give to it.
fn pixelByLot(point: vec2f, rounding: f32) -> vec2i {
  let corner = point - 0.5;
  let part = corner - floor(corner);
  let nearer = vec2i(select(0, 1, fract(rounding * 97.0) < part.x), select(0, 1, rounding < part.y));
  return vec2i(floor(corner)) + nearer;
}

// The share of a point that each pixel around it gets: x by column, y by row.
fn cornerShare(point: vec2f, corner: vec2i) -> f32 {
  let part = fract(point - 0.5);
  let share = select(1.0 - part, part, corner > vec2i(0));
  return share.x * share.y;
}
