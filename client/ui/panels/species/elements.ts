import './affinity-matrix.ts';
