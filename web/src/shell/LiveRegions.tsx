import { useStore } from "../state/store";
import { announcement } from "./announcer";

/** Speaks for the page. The output itself is not announced: a flood would drown the start, the end and the errors. */
export function LiveRegions() {
  const { text, urgent, count } = useStore(announcement);
  return (
    <>
      <div className="sr-only" role="status" aria-live="polite">
        {urgent ? null : <span key={count}>{text}</span>}
      </div>
      <div className="sr-only" role="alert" aria-live="assertive">
        {urgent ? <span key={count}>{text}</span> : null}
      </div>
    </>
  );
}
