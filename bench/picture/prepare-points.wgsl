// What the corners of a point would each work out again, once for all of them.
@compute @workgroup_size(particleWorkgroup)
fn preparePoints(@builtin(global_invocation_id) id: vec3u) {
  if (id.x >= frame.view.slots) { return; }
  prepared[id.x] = prepare(id.x);
}
