import bell from 'lucide-static/icons/bell.svg?raw';
import clock from 'lucide-static/icons/clock.svg?raw';
import hand from 'lucide-static/icons/hand.svg?raw';
import lock from 'lucide-static/icons/lock.svg?raw';
import lockOpen from 'lucide-static/icons/lock-open.svg?raw';
import more from 'lucide-static/icons/ellipsis-vertical.svg?raw';
import pin from 'lucide-static/icons/map-pin.svg?raw';
import star from 'lucide-static/icons/star.svg?raw';
import type { TemplateResult } from 'lit';
import { drawIcon, icon, type IconName } from './icon.ts';

const sources = { bell, clock, hand, lock, 'lock-open': lockOpen, more, pin, star };

export type LaterIconName = keyof typeof sources;

/** Renders an icon like `icon`, from those that are not visible at first: they are loaded with the elements that use them. */
export const laterIcon = (name: LaterIconName, size = 18): TemplateResult => drawIcon(sources[name], size);

/** Renders any icon. */
export const anyIcon = (name: IconName | LaterIconName): TemplateResult => (isLater(name) ? laterIcon(name) : icon(name));

const isLater = (name: string): name is LaterIconName => Object.hasOwn(sources, name);
