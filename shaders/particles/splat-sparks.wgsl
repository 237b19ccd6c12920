@compute @workgroup_size(particleWorkgroup)
fn splatSparks(@builtin(global_invocation_id) id: vec3u, @builtin(num_workgroups) groups: vec3u) {
  for (var index = id.x; index < frame.view.sparkCount; index += groups.x * particleWorkgroup) { splatSpark(index); }
}

fn splatSpark(index: u32) {
  let spark = sparks[index];
  if (spark.life <= 0.0) { return; }
  let seen = seePoint(frame.view.viewProjection, spark.position);
  if (!seen.visible) { return; }

  let seed = hashWord(index);
  var parent = particleOf(spark.look);
  parent.speed = length(spark.velocity);
  let size = clamp(seen.radius * seen.radius * 0.5, 0.03, 3.0);
  let gain = frame.view.sparkGain * spark.life * spark.life * size * seen.light * lifeFade(parent.age) * (1.0 + 2.0 * parent.flash);
  let light = pigmentOf(parent, seen.far, 0.5 + 0.5 * hashUnit(seed ^ 3u)) * gain;
  depositPoint(seen.pixel + seen.defocus * hashDirection(seed ^ 5u).xz, light, hashUnit(seed ^ hashWord(frame.view.frameIndex)));
}
