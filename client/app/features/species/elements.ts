import '../../../ui/panels/species/affinity-matrix.ts';
