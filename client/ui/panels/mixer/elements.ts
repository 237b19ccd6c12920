import './mixer-panel.ts';
