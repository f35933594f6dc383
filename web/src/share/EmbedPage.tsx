import { useQuery } from "@tanstack/react-query";
import { useParams } from "@tanstack/react-router";
import { useCallback, useEffect, useMemo, useRef, useState } from "react";
import { isNotFound } from "../api/problem";
import { languagesQuery, shareQuery } from "../api/queries";
import type { Share } from "../api/schema";
import { ScreenView } from "../output/ScreenView";
import { ScrollPane } from "../output/ScrollPane";
import { isActive, Runner } from "../run/runner";
import { StatusLine } from "../run/StatusLine";
import { ConnectionBanner } from "../shell/ConnectionBanner";
import { Button } from "../shell/kit/Button";
import { Icon } from "../shell/kit/Icon";
import { matchesShortcut } from "../shell/keyboard";
import { LiveRegions } from "../shell/LiveRegions";
import { NoSuchLink, PageMessage } from "../shell/PageMessage";
import { useStore } from "../state/store";
import { SourceListing } from "./SourceListing";
import { sharedProject } from "./sharedProject";
import { useHeightMessages } from "./useHeightMessages";

/** `/embed/{id}`: one shared program in somebody else's page. No editor code is loaded here. */
export default function EmbedPage() {
  const { id } = useParams({ strict: false });
  const { data, error, refetch } = useQuery(shareQuery(id ?? ""));
  if (isNotFound(error)) return <NoSuchLink />;
  if (error)
    return <PageMessage error={error} what="This program could not be shown." onRetry={() => void refetch()} />;
  return data ? <Embed share={data} /> : <PageMessage />;
}

function Embed({ share }: { share: Share }) {
  const { data: languages } = useQuery(languagesQuery);
  const project = useMemo(() => sharedProject(share), [share]);
  const runner = useMemo(() => new Runner({ record: share.result, project }), [share, project]);
  const state = useStore(runner.state);
  const [path, setPath] = useState(project.files[0]?.path ?? "");
  const [line, setLine] = useState<number | null>(null);
  const root = useRef<HTMLDivElement>(null);
  const language = languages?.find((one) => one.id === project.language);
  const active = isActive(state.phase);
  const paths = useMemo(() => project.files.map((file) => file.path), [project]);
  const onLocation = useCallback((place: { path: string; line: number }) => {
    setPath(place.path);
    setLine(place.line);
  }, []);

  useEffect(() => () => runner.detach(), [runner]);
  const toggle = useCallback(() => {
    void (isActive(runner.state.get().phase) ? runner.stop() : runner.run(project, language));
  }, [runner, project, language]);
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      if (matchesShortcut(event, "Mod+Enter") && !isActive(runner.state.get().phase)) toggle();
    };
    window.addEventListener("keydown", onKeyDown);
    return () => window.removeEventListener("keydown", onKeyDown);
  }, [runner, toggle]);
  useHeightMessages(root);

  const file = project.files.find((one) => one.path === path);
  const showOutput = state.phase !== "idle";
  return (
    <div ref={root} className="flex h-full flex-col bg-surface">
      <header className="flex h-11 shrink-0 items-center gap-1 border-b border-line bg-raised px-2">
        <h1 className="sr-only">A program to run</h1>
        <div className="flex min-w-0 flex-1 gap-1 overflow-x-auto">
          {paths.map((one) => (
            <button
              key={one}
              type="button"
              aria-pressed={one === path}
              onClick={() => setPath(one)}
              className="rounded-md px-2 py-1 whitespace-nowrap text-text-soft aria-pressed:bg-surface aria-pressed:font-medium aria-pressed:text-text"
            >
              {one}
            </button>
          ))}
        </div>
        <span className="text-xs whitespace-nowrap text-text-soft max-sm:hidden">
          {language?.name} {language?.version}
        </span>
        <a
          href={`/s/${share.id}`}
          target="_blank"
          rel="noopener"
          className="rounded-md px-2 py-1 whitespace-nowrap text-accent-text hover:underline"
        >
          Open
        </a>
        <Button look={active ? "danger" : "primary"} onClick={toggle}>
          <Icon name={active ? "stop" : "play"} size={13} />
          {active ? "Stop" : "Run"}
        </Button>
      </header>
      <ConnectionBanner />
      <SourceListing file={file} line={line} />
      {showOutput ? (
        <div className="flex h-2/5 min-h-28 flex-col border-t border-line">
          <ScrollPane label="Program output">
            {state.error ? (
              <p role="alert" className="p-3 text-bad">
                {state.error.what} {state.error.why} {state.error.next}
              </p>
            ) : null}
            <ScreenView
              pieces={[...state.transcript.compile, ...state.transcript.run]}
              generation={state.transcript.generation}
              paths={paths}
              onLocation={onLocation}
            />
          </ScrollPane>
        </div>
      ) : null}
      <StatusLine state={state} language={language} />
      <LiveRegions />
    </div>
  );
}
