// A triangle that covers the canvas, for canvases that a compute pass cannot write to.
@vertex
fn presentCorner(@builtin(vertex_index) index: u32) -> @builtin(position) vec4f {
  return vec4f(f32(index & 1u) * 4.0 - 1.0, f32(index >> 1u) * 4.0 - 1.0, 0.0, 1.0);
}
