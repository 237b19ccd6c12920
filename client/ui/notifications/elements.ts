import './bell.ts';
