import '../../../ui/timeline/timeline.ts';
