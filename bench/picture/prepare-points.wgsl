// What the corners of a point would each work out again, once for all of them.
@compute @workgroup_size(particleWorkgroup)
fn preparePoints(@builtin(global_invocation_id) id: vec3u) {
  if (id.x >= frame.view.slots) { return; }
  let brush = brushOf(id.x);
  prepared[id.x] = Prepared(brush.pixel, brush.rounding, select(0.0, 1.0, brush.drawn), brush.light);
}
