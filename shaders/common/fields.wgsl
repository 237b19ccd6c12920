// The fields of the simulation (shared/simulation/systems), for the sparks. All wells push at once here; where they take turns in the
// simulation, the mean is the same.

fn eddyAt(position: vec3f) -> vec3f {
  let place = position * fields.now.perCell + fields.now.eddies;
  let cell = vec3i(floor(place));
  let part = place - floor(place);
  let low = vec3u(cell & vec3i(i32(latticeSize) - 1));
  let high = vec3u((cell + 1) & vec3i(i32(latticeSize) - 1));
  let near = mix(
    mix(curl[curlAt(low.x, low.y, low.z)], curl[curlAt(high.x, low.y, low.z)], part.x),
    mix(curl[curlAt(low.x, high.y, low.z)], curl[curlAt(high.x, high.y, low.z)], part.x),
    part.y,
  );
  let far = mix(
    mix(curl[curlAt(low.x, low.y, high.z)], curl[curlAt(high.x, low.y, high.z)], part.x),
    mix(curl[curlAt(low.x, high.y, high.z)], curl[curlAt(high.x, high.y, high.z)], part.x),
    part.y,
  );
  return mix(near, far, part.z).xyz;
}

fn curlAt(x: u32, y: u32, z: u32) -> u32 {
  return (z * latticeSize + y) * latticeSize + x;
}

// Acceleration in m/s² by a well.
fn wellPush(well: FieldWell, position: vec3f) -> vec3f {
  let away = position - well.place;
  let distance = sqrt(dot(away, away) + well.softSquare);
  let u = distance * well.perReach;
  var share: f32;
  switch (well.falloff) {
    case fieldFalloffInverse: { share = 1.0 / (4.0 * u + 1.0); }
    case fieldFalloffInverseSquare: { share = 1.0 / (16.0 * u * u + 1.0); }
    case fieldFalloffLinear, default: { share = max(0.0, 1.0 - u); }
  }
  let push = well.strength * share;
  switch (well.kind) {
    case fieldKindRadial: { return away * (-push / distance); }
    case fieldKindVortex: { return cross(well.axis, away) * (push / distance); }
    case fieldKindDirectional, default: { return well.axis * push; }
  }
}

fn accelerationAt(position: vec3f) -> vec3f {
  var sum = fields.now.gravity - position * (fields.now.centralPull / max(length(position), calmRadius));
  for (var well = 0u; well < fields.now.wellCount; well++) { sum += wellPush(fields.wells[well], position); }
  if (fields.now.turbulence > 0.0) { sum += eddyAt(position) * fields.now.turbulence; }
  return sum;
}

struct Motion {
  position: vec3f, // m
  velocity: vec3f, // m/s
}

// Applies the bounds; contacts lose speed by restitution and friction.
fn boundMotion(motion: Motion) -> Motion {
  let size = fields.now.boundsSize;
  var next = motion;
  switch (fields.now.bounds) {
    case boundsBox: {
      for (var axis = 0u; axis < 3u; axis++) {
        let place = next.position[axis];
        if (abs(place) <= size) { continue; }
        let wall = sign(place) * size;
        next.position[axis] = clamp(2.0 * wall - place, -size, size);
        let speed = next.velocity[axis];
        if (speed * wall <= 0.0) { continue; }
        next.velocity *= fields.now.slide;
        next.velocity[axis] = -speed * fields.now.restitution;
      }
    }
    case boundsSphere: {
      let distance = length(next.position);
      if (distance > size) {
        let normal = next.position / distance;
        next.position = normal * size;
        let outward = dot(next.velocity, normal);
        if (outward > 0.0) {
          next.velocity = next.velocity * fields.now.slide - normal * (outward * (fields.now.restitution + fields.now.slide));
        }
      }
    }
    case boundsTorus: {
      if (any(abs(next.position) > vec3f(size))) { next.position -= 2.0 * size * floor((next.position + size) / (2.0 * size)); }
    }
    case boundsOpen, default: {}
  }
  return next;
}

// A semi-implicit Euler step of `seconds`, with exact drag.
fn moveFreely(motion: Motion, seconds: f32) -> Motion {
  var next = motion;
  next.velocity = (next.velocity + accelerationAt(next.position) * seconds) * exp(-fields.now.drag * seconds);
  next.position += next.velocity * seconds;
  return boundMotion(next);
}
