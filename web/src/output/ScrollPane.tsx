import { type ReactNode, useEffect, useRef, useState } from "react";
import { Button } from "../shell/kit/Button";

/** Near enough to the end to count as following it: a bit more than one line. */
const AT_END_PX = 24;

/** Follows the end of its content until the reader scrolls up; a button then leads back down. */
export function ScrollPane({ children, label }: { children: ReactNode; label: string }) {
  const box = useRef<HTMLDivElement>(null);
  const content = useRef<HTMLDivElement>(null);
  const following = useRef(true);
  const lastTop = useRef(0);
  const [paused, setPaused] = useState(false);

  useEffect(() => {
    if (!box.current || !content.current) return;
    const toEnd = () => {
      if (following.current) box.current?.scrollTo({ top: box.current.scrollHeight });
    };
    const observer = new ResizeObserver(toEnd);
    observer.observe(box.current);
    observer.observe(content.current);
    return () => observer.disconnect();
  }, []);

  const setFollowing = (next: boolean) => {
    following.current = next;
    setPaused(!next);
    if (next) box.current?.scrollTo({ top: box.current.scrollHeight });
  };
  const onScroll = () => {
    const element = box.current;
    if (!element) return;
    const up = element.scrollTop < lastTop.current;
    lastTop.current = element.scrollTop;
    const atEnd = element.scrollHeight - element.scrollTop - element.clientHeight <= AT_END_PX;
    // Only a move upwards is the reader's: output that arrives also leaves the end behind, for an instant.
    if (atEnd) {
      if (!following.current) setFollowing(true);
    } else if (up && following.current) setFollowing(false);
  };

  return (
    <div className="relative min-h-0 flex-1">
      {/* A region that scrolls has to be reachable by keyboard. */}
      <div
        ref={box}
        onScroll={onScroll}
        role="region"
        aria-label={label}
        tabIndex={0}
        className="h-full overflow-auto focus-visible:-outline-offset-2"
      >
        <div ref={content}>{children}</div>
      </div>
      {paused ? (
        <Button icon="down" className="absolute right-4 bottom-3 shadow-overlay" onClick={() => setFollowing(true)}>
          Latest output
        </Button>
      ) : null}
    </div>
  );
}
