import './emitters-panel.ts';
