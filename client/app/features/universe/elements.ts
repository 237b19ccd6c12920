import '../../../ui/top/more-menu.ts';
