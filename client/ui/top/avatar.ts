import { css, type TemplateResult } from 'lit';
import type { MemberView } from '../../store/store.ts';
import hand from 'lucide-static/icons/hand.svg?raw';
import { html } from '../../words/html.ts';
import { drawIcon } from '../parts/icon.ts';
import { styled } from '../parts/styled.ts';

/** Styles of the avatar of a member: an initial in their colour, paler while they are idle or away. */
export const avatarStyles = css`
  .face {
    position: relative;
    flex: none;
    display: grid;
    place-items: center;
    width: 28px;
    height: 28px;
    margin-left: -6px;
    border: 2px solid var(--menu);
    border-radius: 50%;
    background: var(--face);
    color: var(--ink);
    font-size: 12px;
    font-weight: 700;
  }
  .face.idle,
  .face.away {
    background: color-mix(in oklab, var(--peer) 55%, var(--face));
  }
  .face.idle::after,
  .face.away::after {
    content: '';
    position: absolute;
    right: -3px;
    bottom: -3px;
    width: 10px;
    height: 10px;
    border: 2px solid var(--menu);
    border-radius: 50%;
    background: var(--warm);
  }
  .face.away::after {
    background: #8b90a3;
  }
  .face .raised {
    position: absolute;
    right: -6px;
    top: -7px;
    display: grid;
    place-items: center;
    width: 17px;
    height: 17px;
    border-radius: 50%;
    background: var(--ink);
    color: #ffc48a;
  }
`;

export function renderAvatar({ name, colour, attention, raised }: MemberView): TemplateResult {
  return html`<span class="face ${attention}" ${styled({ '--peer': colour, background: attention === 'here' ? colour : '' })}
    >${name.charAt(0).toUpperCase()}${raised > 0 ? html`<i class="raised" title="Hand raised">${drawIcon(hand, 11)}</i>` : ''}</span
  >`;
}
