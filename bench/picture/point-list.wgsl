struct Point {
  @builtin(position) place: vec4f,
  @location(0) @interpolate(flat) grains: vec4f,
}

// Draws the same light on the same pixels as the compute raster, by points: one for a coarse particle, else one for each corner.
fn pointOf(brush: Prepared, coarse: bool, index: u32) -> Point {
  let corner = select(vec2i(i32(index & 1u), i32((index >> 1u) & 1u)), vec2i(0), coarse);
  let lot = vec2i(farShare(brush.pixel - 0.5 - floor(brush.pixel - 0.5), brush.rounding));
  let pixel = vec2i(floor(brush.pixel - 0.5)) + select(corner, lot, coarse);
  let share = select(cornerShare(brush.pixel, corner, brush.rounding), 1.0, coarse);
  let place = ((vec2f(pixel) + 0.5) / frame.view.size * 2.0 - 1.0) * vec2f(1.0, -1.0);
  let grains = vec3f(grainsOf(brush.light * share, brush.rounding));
  // A point that adds nothing is placed outside and never drawn.
  let drawn = brush.drawn > 0.0 && any(grains > vec3f(0.0));
  return Point(vec4f(select(vec2f(3.0), place, drawn), 0.5, 1.0), vec4f(grains, 0.0));
}

@vertex
fn placePoint(@builtin(vertex_index) index: u32) -> Point {
  let coarse = frame.view.coarse > 0u;
  return pointOf(prepare(select(index >> 2u, index, coarse)), coarse, index);
}

@fragment
fn addPoint(point: Point) -> @location(0) vec4f {
  return point.grains;
}
