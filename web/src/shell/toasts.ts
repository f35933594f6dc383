import { createStore } from "../state/store";

export interface Toast {
  id: number;
  text: string;
  action?: { label: string; run: () => void };
}

export const toasts = createStore<readonly Toast[]>([]);
let next = 1;

/** Shows a short message; with an action it offers the way back. */
export function showToast(text: string, action?: Toast["action"]): void {
  const toast: Toast = action ? { id: next, text, action } : { id: next, text };
  next += 1;
  toasts.set((list) => [...list.slice(-2), toast]);
}

export function dismissToast(id: number): void {
  toasts.set((list) => list.filter((toast) => toast.id !== id));
}
