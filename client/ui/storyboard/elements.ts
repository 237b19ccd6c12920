import './storyboard-bar.ts';
