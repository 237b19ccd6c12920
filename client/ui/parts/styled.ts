import { type ElementPart, noChange } from 'lit';
import { Directive, directive } from 'lit/directive.js';

type Styles = Readonly<Record<string, string | number>>;

/** Sets style properties through the CSSOM: a strict content security policy refuses style attributes, which lit's styleMap uses first. */
class StyledDirective extends Directive {
  override render(_styles: Styles): typeof noChange {
    return noChange;
  }

  override update(part: ElementPart, [styles]: [Styles]): typeof noChange {
    const { style } = part.element as HTMLElement;
    for (const [name, value] of Object.entries(styles)) style.setProperty(name, String(value));
    return noChange;
  }
}

/** `<i ${styled({ color: 'red', '--x': 1 })}>` */
export const styled = directive(StyledDirective);
