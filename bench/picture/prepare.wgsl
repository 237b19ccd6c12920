// Prepares the product's particle as a point.
fn prepare(slot: u32) -> Prepared {
  let sight = sightOf(slot);
  let light = lightOf(sight);
  let drawn = sight.drawn && worthDrawing(light);
  return Prepared(sight.seen.pixel + sight.stroke * sight.rounding, sight.rounding, select(0.0, 1.0, drawn), light);
}
