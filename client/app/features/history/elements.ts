import '../../../ui/history/history-panel.ts';
