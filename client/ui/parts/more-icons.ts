import bell from 'lucide-static/icons/bell.svg?raw';
import clock from 'lucide-static/icons/clock.svg?raw';
import hand from 'lucide-static/icons/hand.svg?raw';
import lock from 'lucide-static/icons/lock.svg?raw';
import lockOpen from 'lucide-static/icons/lock-open.svg?raw';
import more from 'lucide-static/icons/ellipsis-vertical.svg?raw';
import pin from 'lucide-static/icons/map-pin.svg?raw';
import star from 'lucide-static/icons/star.svg?raw';
import type { TemplateResult } from 'lit';
import { drawIcon } from './icon.ts';

const sources = { bell, clock, hand, lock, 'lock-open': lockOpen, more, pin, star };

/** Renders an icon like `icon`, from those that are not visible at first: they are loaded with the elements that use them. */
export const laterIcon = (name: keyof typeof sources, size = 18): TemplateResult => drawIcon(sources[name], size);
