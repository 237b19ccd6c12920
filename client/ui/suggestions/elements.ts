import './suggestions-panel.ts';
