import '../../../ui/notifications/bell.ts';
