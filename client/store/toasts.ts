import type { Signal } from '@preact/signals-core';

/** A short message. */
export interface Toast {
  id: number;
  tone: 'info' | 'error';
  text: string;
  action: ToastAction | null;
}

/** The action that a message offers. */
export interface ToastAction {
  label: string;
  run(): void;
  /** The label of the button that declines: with it, the message stays until the user chooses. */
  otherwise?: string;
}

/** The list of the shown messages. */
interface Shown {
  readonly toasts: Signal<readonly Toast[]>;
}

const toastMs = 6000;
/** Leaves time to read it and to act. */
const actionMs = 10_000;
const maxPassing = 3;
let nextToast = 1;

const stays = ({ action }: Toast) => action?.otherwise !== undefined;

/** Shows a message for a while, or until the user chooses; the same text is not shown twice. */
export function showToast({ toasts }: Shown, tone: Toast['tone'], text: string, action: ToastAction | null = null): void {
  if (toasts.value.some((toast) => toast.text === text)) return;
  const toast: Toast = { id: nextToast++, tone, text, action };
  const passing = toasts.value.filter((shown) => !stays(shown));
  toasts.value = [...toasts.value.filter(stays), ...passing.slice(1 - maxPassing), toast];
  if (!stays(toast)) setTimeout(() => closeToast({ toasts }, toast.id), action ? actionMs : toastMs);
}

export function closeToast({ toasts }: Shown, id: number): void {
  toasts.value = toasts.value.filter((shown) => shown.id !== id);
}

/** Closes messages whose choice is obsolete: all of them, or those with this text. */
export function closeChoices({ toasts }: Shown, text?: string): void {
  toasts.value = toasts.value.filter((shown) => !stays(shown) || (text !== undefined && shown.text !== text));
}
