import { createStore } from "../state/store";

/** The last thing said to screen readers; `urgent` interrupts. The count makes a repeated text a new message. */
export const announcement = createStore<{ text: string; urgent: boolean; count: number }>({
  text: "",
  urgent: false,
  count: 0,
});

export function announce(text: string, urgent = false): void {
  announcement.set((last) => ({ text, urgent, count: last.count + 1 }));
}
