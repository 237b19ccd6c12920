// Computes a particle once for all corners of its point.
@compute @workgroup_size(particleWorkgroup)
fn preparePoints(@builtin(global_invocation_id) id: vec3u) {
  if (id.x >= frame.view.slots) { return; }
  prepared[id.x] = prepare(id.x);
}
