import type { ParameterGroup, registry } from '../../../shared/parameters/index.ts';

export type LinkKey = Exclude<keyof (typeof registry)['coupling'], 'couplingMode'>;
export type Realm = Exclude<ParameterGroup, 'coupling'>;

/** The realms that each link joins. `bend` separates links between the same two on the map. */
export const links: Readonly<Record<LinkKey, { from: Realm; to: Realm; bend: number }>> = {
  gravityToTempo: { from: 'physics', to: 'music', bend: 0.3 },
  motionToRhythm: { from: 'physics', to: 'music', bend: 0.14 },
  gravityToVolume: { from: 'physics', to: 'audio', bend: 0.06 },
  tempoToPitch: { from: 'music', to: 'audio', bend: 0.3 },
  scaleToTimbre: { from: 'music', to: 'audio', bend: 0.14 },
  volumeToGravity: { from: 'audio', to: 'physics', bend: 0.3 },
  soundToMotion: { from: 'audio', to: 'physics', bend: 0.14 },
  physicsToImage: { from: 'physics', to: 'visualization', bend: 0 },
  musicToColour: { from: 'music', to: 'visualization', bend: 0 },
  audioToEffects: { from: 'audio', to: 'visualization', bend: 0 },
};

/** Order of the realms in the list: each with the links that leave it. */
export const sources: readonly Realm[] = ['physics', 'music', 'audio'];

export function linksFrom(realm: Realm): LinkKey[] {
  return (Object.keys(links) as LinkKey[]).filter((key) => links[key].from === realm);
}

interface Point {
  x: number;
  y: number;
}

/** Size of the map, and the positions of the realms. */
export const mapSize = { width: 280, height: 200 };
export const places: Readonly<Record<Realm, Point>> = {
  music: { x: 140, y: 28 },
  physics: { x: 38, y: 160 },
  audio: { x: 242, y: 160 },
  visualization: { x: 140, y: 110 },
};
/** Distance between the ends of a link and the centres of the realms. */
const gap = 27;

/** Returns a link as an SVG path: a quadratic arc between the edges of two realms, bent to its left by a share of its length. */
export function arcOf(key: LinkKey): string {
  const { from, to, bend } = links[key];
  const a = places[from];
  const b = places[to];
  const middle = { x: (a.x + b.x) / 2 + (b.y - a.y) * bend, y: (a.y + b.y) / 2 - (b.x - a.x) * bend };
  const start = towards(a, middle);
  const end = towards(b, middle);
  return `M${text(start)} Q${text(middle)} ${text(end)}`;
}

function towards(from: Point, to: Point): Point {
  const length = Math.hypot(to.x - from.x, to.y - from.y);
  return { x: from.x + ((to.x - from.x) / length) * gap, y: from.y + ((to.y - from.y) / length) * gap };
}

const text = ({ x, y }: Point) => `${x.toFixed(1)} ${y.toFixed(1)}`;
