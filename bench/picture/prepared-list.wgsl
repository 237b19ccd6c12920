@vertex
fn placePrepared(@builtin(vertex_index) index: u32) -> Point {
  let coarse = frame.view.coarse > 0u;
  return pointOf(prepared[select(index >> 2u, index, coarse)], coarse, index);
}
