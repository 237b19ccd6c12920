// After a change of size: scales the picture last shown and the state of its tiles to the new size.
@compute @workgroup_size(tileSide, tileSide)
fn carryShown(@builtin(global_invocation_id) id: vec3u, @builtin(workgroup_id) tile: vec3u, @builtin(local_invocation_index) index: u32) {
  let size = vec2u(frame.view.width, frame.view.height);
  let before = vec2u(frame.view.widthBefore, frame.view.heightBefore);
  if (index == 0u) {
    let across = (size.x + tileSide - 1u) / tileSide;
    let acrossBefore = (before.x + tileSide - 1u) / tileSide;
    let origin = placeBefore(min(tile.xy * tileSide + tileSide / 2u, size - 1u), size, before) / tileSide;
    flashTiles[tile.y * across + tile.x] = flashTilesBefore[origin.y * acrossBefore + origin.x];
  }
  if (id.x >= size.x || id.y >= size.y) { return; }
  let origin = placeBefore(id.xy, size, before);
  shown[id.y * size.x + id.x] = shownBefore[origin.y * before.x + origin.x];
}

fn placeBefore(pixel: vec2u, size: vec2u, before: vec2u) -> vec2u {
  return min(vec2u((vec2f(pixel) + 0.5) * vec2f(before) / vec2f(size)), before - 1u);
}
