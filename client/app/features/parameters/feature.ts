import { type ParameterGroup, parameterGroups } from '../../../../shared/parameters/index.ts';
import type { Panel } from '../../../ui/features.ts';
import { groupTitles } from '../../../ui/panels/group-titles.ts';
import type { IconName } from '../../../ui/parts/icon.ts';
import { html } from '../../../words/html.ts';
import type { Feature } from '../../feature.ts';

declare module '../../../store/panels.ts' {
  interface Panels extends Record<ParameterGroup, true> {}
}

const icons: Record<ParameterGroup, IconName> = {
  physics: 'orbit',
  music: 'music',
  audio: 'audio-lines',
  visualization: 'palette',
  coupling: 'waypoints',
};

/** A panel for each group of the registry: one of them is open at the start. */
export const parametersFeature = {
  name: 'parameters',
  isEarly: true,
  panels: parameterGroups.map(
    (group) =>
      ({
        name: group,
        title: groupTitles[group],
        hue: group,
        tab: { icon: icons[group] },
        render: (store) => html`<hu-parameter-panel .store=${store} .group=${group}></hu-parameter-panel>`,
      }) satisfies Panel,
  ),
} satisfies Feature;
