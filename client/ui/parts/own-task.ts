import { LitElement } from 'lit';

/** A part of a page whose first rendering is a task of its own: a page is then several short tasks, and nothing waits for long. */
export class OwnTaskElement extends LitElement {
  protected override async scheduleUpdate(): Promise<void> {
    if (!this.hasUpdated) await new Promise((resolve) => setTimeout(resolve));
    await super.scheduleUpdate();
  }
}
