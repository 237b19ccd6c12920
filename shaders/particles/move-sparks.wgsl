// A particle emits a spark with its own velocity; after that the spark moves by itself. Only the picture reads it.
@compute @workgroup_size(particleWorkgroup)
fn moveSparks(@builtin(global_invocation_id) id: vec3u, @builtin(num_workgroups) groups: vec3u) {
  for (var index = id.x; index < frame.view.sparkCount; index += groups.x * particleWorkgroup) { moveSpark(index); }
}

fn moveSpark(index: u32) {
  var spark = sparks[index];
  if (spark.life > 0.0) {
    var motion = Motion(spark.position, spark.velocity);
    for (var step = 0u; step < frame.view.sparkSteps; step++) { motion = moveFreely(motion, frame.view.sparkStepSeconds); }
    spark.position = motion.position;
    spark.velocity = motion.velocity;
    spark.life -= frame.view.sparkSeconds / sparkLifetime(index);
    if (spark.life <= 0.0) { spark.life = -1.0; }
  }
  // While time is paused, no spark is emitted.
  if (spark.life <= 0.0 && frame.view.sparkSteps > 0u) { spark = shedSpark(index, spark.life == 0.0); }
  sparks[index] = spark;
}

// Seconds.
fn sparkLifetime(index: u32) -> f32 {
  return 0.5 + 1.1 * hashUnit(index);
}

fn shedSpark(index: u32, first: bool) -> Spark {
  let lot = hashWord(index ^ hashWord(frame.view.frameIndex));
  let slot = lot % frame.view.slots;
  let particle = readParticle(slot, particles[slot]);
  var spark: Spark;
  spark.life = select(-1.0, 0.0, first);
  if (!particle.alive) { return spark; }
  // The first sparks are of all ages, so that they do not end together.
  spark.life = select(1.0, 1.0 - hashUnit(lot ^ 0x1b873593u), first);
  spark.look = particles[slot].w;
  let velocity = particle.velocity / fields.now.timeScale;
  let scatter = (0.03 * frame.view.sceneRadius + 0.16 * length(velocity)) * frame.view.sparkReach;
  spark.velocity = velocity + hashDirection(lot) * (scatter * hashUnit(lot ^ 7u));
  // A random position along the path of this frame, so that fast particles leave no beads.
  spark.position = particle.position - particle.velocity * (frame.view.sparkSeconds * hashUnit(lot ^ 11u));
  return spark;
}
