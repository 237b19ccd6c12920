// Tile by tile, what keeps the picture from flashing: the rules and their reasons are in client/gpu/flash-rules.ts.

// Of one signal: the extreme since its last turn, and a word that remembers turns, direction and red.
struct FlashTurn {
  extreme: f32,
  memory: u32, // 0..29 turns in each slot, the newest lowest; 30 a saturated red at the extreme; 31 rising
}

struct FlashTile {
  wantedLight: FlashTurn,
  wantedRed: FlashTurn,
  shownLight: FlashTurn,
  shownRed: FlashTurn,
  light: f32, // mean relative luminance as last shown
  red: f32, // R − G − B of the mean as last shown
}

const flashHistory = 0x3fffffffu;
const flashRedBit = 0x40000000u;
const flashRisingBit = 0x80000000u;
// There is no brightness from which a red does not count.
const noCeiling = 2.0;

fn agedTurn(turn: FlashTurn, slots: u32) -> FlashTurn {
  let kept = select(((turn.memory & flashHistory) << (2u * min(slots, 15u))) & flashHistory, 0u, slots >= flashSlots);
  return FlashTurn(turn.extreme, (turn.memory & ~flashHistory) | kept);
}

fn isSpent(turn: FlashTurn) -> bool {
  let history = turn.memory & flashHistory;
  let turns = countOneBits(history & 0x55555555u) + 2u * countOneBits((history >> 1u) & 0x55555555u);
  return turns >= flashTurnsAllowed || (turn.memory & 3u) == 3u;
}

fn followedTurn(turn: FlashTurn, value: f32, step: f32, ceiling: f32, red: bool, needsRed: bool) -> FlashTurn {
  var next = turn;
  let rising = (turn.memory & flashRisingBit) != 0u;
  let counts = !needsRed || red || (turn.memory & flashRedBit) != 0u;
  let fell = rising && value <= turn.extreme - step && value < ceiling;
  let rose = !rising && value >= turn.extreme + step && turn.extreme < ceiling;
  let turned = counts && (fell || rose);
  if (turned) { next.memory = (turn.memory ^ flashRisingBit) + select(0u, 1u, (turn.memory & 3u) < 3u); }
  if (turned || select(value <= turn.extreme, value >= turn.extreme, rising)) {
    next.extreme = value;
    next.memory = select(next.memory & ~flashRedBit, next.memory | flashRedBit, red);
  }
  return next;
}

fn heldShare(turn: FlashTurn, before: f32, value: f32, hold: f32, ceiling: f32) -> f32 {
  let rising = (turn.memory & flashRisingBit) != 0u;
  let bound = select(turn.extreme + hold, min(turn.extreme - hold, ceiling), rising);
  let within = select(value <= bound || turn.extreme >= ceiling, value >= bound, rising);
  if (within || abs(value - before) < 1e-6) { return 1.0; }
  return clamp((bound - before) / (value - before), 0.0, 1.0);
}

fn isSpentTile(tile: FlashTile) -> bool {
  return isSpent(tile.wantedLight) || isSpent(tile.wantedRed) || isSpent(tile.shownLight) || isSpent(tile.shownRed);
}

// Share 0..1 of the way that a tile goes towards what it should show; the tile remembers what comes of it.
fn decideTile(state: ptr<function, FlashTile>, mean: vec3f, closed: bool) -> f32 {
  let light = luminance(mean);
  let red = max(0.0, mean.r - mean.g - mean.b);
  let saturated = mean.r > flashRedShare * (mean.r + mean.g + mean.b);
  let slots = frame.view.flashSlotsPassed;
  var tile = *state;
  tile.wantedLight = agedTurn(tile.wantedLight, slots);
  tile.wantedRed = agedTurn(tile.wantedRed, slots);
  tile.shownLight = agedTurn(tile.shownLight, slots);
  tile.shownRed = agedTurn(tile.shownRed, slots);
  var share = 1.0;
  if (closed && isSpentTile(tile)) {
    share = frame.view.flashCalm;
    if (isSpent(tile.shownLight)) { share = min(share, heldShare(tile.shownLight, tile.light, light, flashLightHold, flashLightCeiling)); }
    if (isSpent(tile.shownRed)) { share = min(share, heldShare(tile.shownRed, tile.red, red, flashRedHold, noCeiling)); }
  }
  tile.light = mix(tile.light, light, share);
  tile.red = mix(tile.red, red, share);
  tile.wantedLight = followedTurn(tile.wantedLight, light, flashLightStep, flashLightCeiling, false, false);
  tile.wantedRed = followedTurn(tile.wantedRed, red, flashRedStep, noCeiling, saturated, true);
  tile.shownLight = followedTurn(tile.shownLight, tile.light, flashLightStep, flashLightCeiling, false, false);
  tile.shownRed = followedTurn(tile.shownRed, tile.red, flashRedStep, noCeiling, saturated, true);
  *state = tile;
  return share;
}

// Linear light of what a screen takes, and back. @see IEC 61966-2-1
fn linearFromScreen(encoded: vec3f) -> vec3f {
  return select(pow((encoded + 0.055) / 1.055, vec3f(2.4)), encoded / 12.92, encoded <= vec3f(0.04045));
}

fn screenFromLinear(linear: vec3f) -> vec3f {
  return select(1.055 * pow(max(linear, vec3f(1e-6)), vec3f(1.0 / 2.4)) - 0.055, linear * 12.92, linear <= vec3f(0.0031308));
}

// The same by a polynomial, to 0.002: for what is only measured. @see Chilliant 2012, "sRGB Approximations for HLSL"
fn measuredFromScreen(encoded: vec3f) -> vec3f {
  return encoded * (encoded * (encoded * 0.305306011 + 0.682171111) + 0.012522878);
}

// Ten bits a channel; rounding by lot, so that a slow approach does not stop short.
fn packShown(encoded: vec3f, lot: f32) -> u32 {
  let steps = vec3u(clamp(encoded * 1023.0 + lot, vec3f(0.0), vec3f(1023.0)));
  return steps.r | (steps.g << 10u) | (steps.b << 20u);
}

fn unpackShown(word: u32) -> vec3f {
  return vec3f(vec3u(word & 1023u, (word >> 10u) & 1023u, (word >> 20u) & 1023u)) / 1023.0;
}
