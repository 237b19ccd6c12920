interface Ring {
  rx: number;
  ry: number;
  turn: number;
  share: number;
}

interface Speck {
  x: number;
  y: number;
  r: number;
  share: number;
}

const specks = 190;

/** Returns rings and dust, pseudorandom by name, in an area of 320 × 200. `share` 0..1 is the place of each on the colour scale. */
export function orbitsOf(name: string): { hue: number; rings: Ring[]; dust: Speck[] } {
  let seed = 7;
  for (const letter of name) seed = (Math.imul(seed, 31) + (letter.codePointAt(0) ?? 0)) >>> 0;
  const draw = () => {
    seed = (seed + 0x6d2b79f5) >>> 0;
    let bits = Math.imul(seed ^ (seed >>> 15), seed | 1);
    bits ^= bits + Math.imul(bits ^ (bits >>> 7), bits | 61);
    return ((bits ^ (bits >>> 14)) >>> 0) / 2 ** 32;
  };
  const hue = Math.floor(draw() * 360);
  const tilt = draw() * 60 - 30;
  const flat = 0.28 + draw() * 0.3;
  const rings = Array.from({ length: 3 }, (_, index) => {
    const rx = 34 + index * 34 + draw() * 14;
    return { rx: round(rx), ry: round(rx * flat), turn: round(tilt + (draw() - 0.5) * 14), share: index / 2 };
  });
  const dust = Array.from({ length: specks }, () => {
    const ring = rings[Math.floor(draw() * rings.length)];
    const angle = draw() * 2 * Math.PI;
    const stray = 1 + (draw() + draw() - 1) * 0.22;
    const turn = (ring.turn * Math.PI) / 180;
    const [u, v] = [Math.cos(angle) * ring.rx * stray, Math.sin(angle) * ring.ry * stray];
    const x = 160 + u * Math.cos(turn) - v * Math.sin(turn);
    const y = 100 + u * Math.sin(turn) + v * Math.cos(turn);
    return { x: round(x), y: round(y), r: round(0.35 + draw() ** 4 * 1.5), share: round(draw()) };
  });
  return { hue, rings, dust };
}

const round = (value: number) => Math.round(value * 100) / 100;
