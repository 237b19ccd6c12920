import arrowLeft from 'lucide-static/icons/arrow-left.svg?raw';
import audioLines from 'lucide-static/icons/audio-lines.svg?raw';
import check from 'lucide-static/icons/check.svg?raw';
import circleDot from 'lucide-static/icons/circle-dot.svg?raw';
import chevronDown from 'lucide-static/icons/chevron-down.svg?raw';
import download from 'lucide-static/icons/download.svg?raw';
import film from 'lucide-static/icons/film.svg?raw';
import layers from 'lucide-static/icons/layers.svg?raw';
import fileMusic from 'lucide-static/icons/file-music.svg?raw';
import clapperboard from 'lucide-static/icons/clapperboard.svg?raw';
import copy from 'lucide-static/icons/copy.svg?raw';
import dices from 'lucide-static/icons/dices.svg?raw';
import eraser from 'lucide-static/icons/eraser.svg?raw';
import eye from 'lucide-static/icons/eye.svg?raw';
import signOut from 'lucide-static/icons/log-out.svg?raw';
import image from 'lucide-static/icons/image.svg?raw';
import history from 'lucide-static/icons/history.svg?raw';
import heart from 'lucide-static/icons/heart.svg?raw';
import keyboard from 'lucide-static/icons/keyboard.svg?raw';
import contrast from 'lucide-static/icons/contrast.svg?raw';
import listen from 'lucide-static/icons/ear.svg?raw';
import link from 'lucide-static/icons/link.svg?raw';
import maximize from 'lucide-static/icons/maximize.svg?raw';
import message from 'lucide-static/icons/message-circle.svg?raw';
import microphone from 'lucide-static/icons/mic.svg?raw';
import minus from 'lucide-static/icons/minus.svg?raw';
import music from 'lucide-static/icons/music-2.svg?raw';
import orbit from 'lucide-static/icons/orbit.svg?raw';
import pencil from 'lucide-static/icons/pencil.svg?raw';
import palette from 'lucide-static/icons/palette.svg?raw';
import piano from 'lucide-static/icons/piano.svg?raw';
import plug from 'lucide-static/icons/plug.svg?raw';
import pause from 'lucide-static/icons/pause.svg?raw';
import play from 'lucide-static/icons/play.svg?raw';
import plus from 'lucide-static/icons/plus.svg?raw';
import repeat from 'lucide-static/icons/repeat.svg?raw';
import redo from 'lucide-static/icons/redo-2.svg?raw';
import restart from 'lucide-static/icons/rotate-ccw.svg?raw';
import save from 'lucide-static/icons/save.svg?raw';
import search from 'lucide-static/icons/search.svg?raw';
import settings from 'lucide-static/icons/settings.svg?raw';
import screenShare from 'lucide-static/icons/screen-share.svg?raw';
import share from 'lucide-static/icons/share-2.svg?raw';
import shuffle from 'lucide-static/icons/git-fork.svg?raw';
import sliders from 'lucide-static/icons/sliders-horizontal.svg?raw';
import sparkles from 'lucide-static/icons/sparkles.svg?raw';
import trash from 'lucide-static/icons/trash-2.svg?raw';
import undo from 'lucide-static/icons/undo-2.svg?raw';
import upload from 'lucide-static/icons/upload.svg?raw';
import volume from 'lucide-static/icons/volume-2.svg?raw';
import volumeOff from 'lucide-static/icons/volume-x.svg?raw';
import wand from 'lucide-static/icons/wand-sparkles.svg?raw';
import waypoints from 'lucide-static/icons/waypoints.svg?raw';
import x from 'lucide-static/icons/x.svg?raw';
import type { TemplateResult } from 'lit';
import { unsafeSVG } from 'lit/directives/unsafe-svg.js';
import { html } from '../../words/html.ts';

const sources = {
  'arrow-left': arrowLeft,
  'audio-lines': audioLines,
  check,
  'chevron-down': chevronDown,
  clapperboard,
  contrast,
  copy,
  dices,
  download,
  eraser,
  eye,
  'file-music': fileMusic,
  film,
  heart,
  history,
  image,
  keyboard,
  layers,
  link,
  listen,
  'log-out': signOut,
  maximize,
  message,
  microphone,
  minus,
  pencil,
  music,
  orbit,
  palette,
  pause,
  piano,
  play,
  plug,
  plus,
  record: circleDot,
  repeat,
  redo,
  restart,
  'screen-share': screenShare,
  save,
  search,
  settings,
  share,
  remix: shuffle,
  sliders,
  sparkles,
  trash,
  undo,
  upload,
  volume,
  'volume-off': volumeOff,
  wand,
  waypoints,
  x,
};

export type IconName = keyof typeof sources;

/** Renders a Lucide icon at the given size in px. It is decoration: the control around it carries the name. */
export function icon(name: IconName, size = 18): TemplateResult {
  return drawIcon(sources[name], size);
}

/** Renders an SVG of Lucide in the colour of the text around it. */
export function drawIcon(source: string, size: number): TemplateResult {
  const drawing = source.replace(/^[\s\S]*?<svg[^>]*>/, '').replace(/<\/svg>\s*$/, '');
  return html`<svg
    width=${size}
    height=${size}
    viewBox="0 0 24 24"
    fill="none"
    stroke="currentColor"
    stroke-width="1.75"
    stroke-linecap="round"
    stroke-linejoin="round"
    aria-hidden="true"
  >
    ${unsafeSVG(drawing)}
  </svg>`;
}
