import './history-panel.ts';
