import type { Signal } from '@preact/signals-core';

/** A short message. */
export interface Toast {
  id: number;
  tone: 'info' | 'error';
  text: string;
  action: ToastAction | null;
}

/** What can be done about a message while it is shown. */
export interface ToastAction {
  label: string;
  run(): void;
  /** What to press to leave it: the message stays until one has chosen. */
  otherwise?: string;
}

/** Where messages are shown. */
interface Shown {
  readonly toasts: Signal<readonly Toast[]>;
}

const toastMs = 6000;
/** There has to be time to read it, and to act. */
const actionMs = 10_000;
const mostPassing = 3;
let nextToast = 1;

const stays = ({ action }: Toast) => action?.otherwise !== undefined;

/** Shows a message for a while, or until one has chosen; one with the same words is not shown twice. */
export function showToast({ toasts }: Shown, tone: Toast['tone'], text: string, action: ToastAction | null = null): void {
  if (toasts.value.some((toast) => toast.text === text)) return;
  const toast: Toast = { id: nextToast++, tone, text, action };
  const passing = toasts.value.filter((shown) => !stays(shown));
  toasts.value = [...toasts.value.filter(stays), ...passing.slice(1 - mostPassing), toast];
  if (!stays(toast)) setTimeout(() => closeToast({ toasts }, toast.id), action ? actionMs : toastMs);
}

export function closeToast({ toasts }: Shown, id: number): void {
  toasts.value = toasts.value.filter((shown) => shown.id !== id);
}

/** Takes away what there is nothing to choose of any more: all of it, or what has these words. */
export function closeChoices({ toasts }: Shown, text?: string): void {
  toasts.value = toasts.value.filter((shown) => !stays(shown) || (text !== undefined && shown.text !== text));
}
