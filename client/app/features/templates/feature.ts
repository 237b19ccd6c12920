import type { TemplateAct } from '../../../store/templates.ts';
import { html } from '../../../words/html.ts';
import type { Feature } from '../../feature.ts';

declare module '../../../ui/intents.ts' {
  interface Intents {
    /** Actions on user templates. */
    template: { act: TemplateAct };
  }
}

declare module '../../../store/panels.ts' {
  interface Dialogs {
    template: true;
  }
}

const load = () => import('./templates.ts');

/** User templates: saving the open universe as a template, and the page that edits one. */
export const templatesFeature = {
  name: 'templates',
  dialogs: [{ name: 'template', render: (store) => html`<hu-template-dialog .store=${store}></hu-template-dialog>` }],
  pages: { template: async ({ id }, { app }) => (await load()).showTemplate(app.store, id) },
  async leave({ store }) {
    if (store.template.value) (await load()).leaveTemplate(store);
  },
  intents: { template: ({ act }, { later, store, go }) => later(load, ({ actOnTemplates }) => actOnTemplates(store, act, go)) },
} satisfies Feature;
