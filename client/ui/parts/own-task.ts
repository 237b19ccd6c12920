import { LitElement } from 'lit';

/** A part of a page whose first rendering is a separate task: a page is then several short tasks instead of a long one. */
export class OwnTaskElement extends LitElement {
  protected override async scheduleUpdate(): Promise<void> {
    if (!this.hasUpdated) await new Promise((resolve) => setTimeout(resolve));
    await super.scheduleUpdate();
  }
}
