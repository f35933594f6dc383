/**
 * Collects items and hands them over once per animation frame, so that a flood of output costs one render per frame. A
 * hidden page has no frames; there the items are handed over as they come, and nothing is rendered anyway.
 */
export class FrameBatch<T> {
  private items: T[] = [];
  private frame: number | null = null;

  constructor(private readonly deliver: (items: T[]) => void) {}

  add(item: T): void {
    this.items.push(item);
    if (document.hidden) this.flush();
    else this.frame ??= requestAnimationFrame(() => this.flush());
  }

  flush(): void {
    if (this.frame !== null) cancelAnimationFrame(this.frame);
    this.frame = null;
    if (this.items.length === 0) return;
    const items = this.items;
    this.items = [];
    this.deliver(items);
  }

  discard(): void {
    this.items = [];
    this.flush();
  }
}
