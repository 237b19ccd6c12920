import '../../../ui/panels/mixer/mixer-panel.ts';
