import '../../../ui/panels/things-panel.ts';
