import type { TemplateResult } from 'lit';
import flame from 'lucide-static/icons/flame.svg?raw';
import heart from 'lucide-static/icons/heart.svg?raw';
import laugh from 'lucide-static/icons/laugh.svg?raw';
import popper from 'lucide-static/icons/party-popper.svg?raw';
import sparkles from 'lucide-static/icons/sparkles.svg?raw';
import thumb from 'lucide-static/icons/thumbs-up.svg?raw';
import type { Reaction } from '../../../shared/room/chat.ts';
import { html } from '../../words/html.ts';
import type { Sentence } from '../../words/sentences.ts';
import { drawIcon } from '../parts/icon.ts';
import { styled } from '../parts/styled.ts';

export const reactionNames: Record<Reaction, Sentence> = {
  clap: 'Well done',
  love: 'Love',
  fire: 'Fire',
  wonder: 'Wonder',
  laugh: 'Laugh',
  cheer: 'Cheer',
};

/** Drawings, since not every device has emoji for them. Each colour is visible on the dark stage and on a light panel. */
const drawings: Record<Reaction, { source: string; colour: string }> = {
  clap: { source: thumb, colour: '#12a06f' },
  love: { source: heart, colour: '#f0436c' },
  fire: { source: flame, colour: '#f07a1c' },
  wonder: { source: sparkles, colour: '#2d9fd8' },
  laugh: { source: laugh, colour: '#d99a00' },
  cheer: { source: popper, colour: '#a06bf0' },
};

export function renderReaction(reaction: Reaction, size: number): TemplateResult {
  const { source, colour } = drawings[reaction];
  return html`<span ${styled({ color: colour, display: 'grid' })}>${drawIcon(source, size)}</span>`;
}
