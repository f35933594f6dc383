import { type ChangeEvent, type KeyboardEvent, useMemo, useRef, useState } from "react";
import { IconButton } from "../shell/kit/Button";
import { Icon } from "../shell/kit/Icon";
import { useWorkbench } from "../shell/WorkbenchContext";
import { useStore } from "../state/store";
import { createFile, deletePath, downloadProject, followMainFile, uploadFiles } from "./actions";
import { downloadFile } from "./download";
import { fileTree, isUnder, pathFault, type TreeNode } from "./files";

interface Editing {
  /** The path being renamed, or null while a new file gets its name. */
  from: string | null;
  initial: string;
}

export function FilesPane() {
  const bench = useWorkbench();
  const { project, active } = useStore(bench.workspace.store);
  const wantsNew = useStore(bench.view, (view) => view.dialog === "new-file");
  const [editing, setEditing] = useState<Editing | null>(null);
  const [closed, setClosed] = useState<ReadonlySet<string>>(new Set());
  const upload = useRef<HTMLInputElement>(null);
  const list = useRef<HTMLUListElement>(null);
  const readOnly = bench.kind === "shared";
  const paths = useMemo(() => project.files.map((file) => file.path), [project.files]);
  const tree = useMemo(() => fileTree(paths), [paths]);

  const naming = wantsNew && editing === null ? { from: null, initial: "" } : editing;
  const focusRow = (path: string | null) =>
    requestAnimationFrame(() => {
      const rows = [...(list.current?.querySelectorAll<HTMLElement>("[data-row]") ?? [])];
      (rows.find((row) => row.dataset["row"] === path) ?? rows.find((row) => row.tabIndex === 0) ?? rows[0])?.focus();
    });
  const finish = (name: string | null, by: "key" | "leaving") => {
    const from = naming?.from ?? null;
    setEditing(null);
    if (wantsNew) bench.show({ dialog: null });
    if (name !== null && name !== from) {
      if (from === null) createFile(bench, name);
      else {
        const wasMain = paths[0] === from;
        bench.workspace.rename(from, name);
        if (wasMain) followMainFile(bench, name);
      }
    }
    // The field that had the focus is gone. Whoever left it by mouse or Tab has the focus where they put it.
    if (by === "leaving") return;
    if (from === null && name !== null) bench.goTo(name, 1, null);
    else focusRow(name ?? from);
  };
  const onUpload = (event: ChangeEvent<HTMLInputElement>) => {
    if (event.target.files) void uploadFiles(bench, [...event.target.files]);
    event.target.value = "";
  };
  const toggle = (path: string) =>
    setClosed((now) => {
      const next = new Set(now);
      if (!next.delete(path)) next.add(path);
      return next;
    });

  return (
    <section aria-label="Files" className="flex h-full min-h-0 flex-col bg-page">
      <div className="flex h-10 shrink-0 items-center justify-between border-b border-line pr-1 pl-3">
        <h2 className="text-xs font-semibold text-text-soft">Files</h2>
        <div className="flex">
          {readOnly ? null : (
            <>
              <IconButton icon="plus" label="New file" onClick={() => setEditing({ from: null, initial: "" })} />
              <IconButton icon="upload" label="Upload files" onClick={() => upload.current?.click()} />
            </>
          )}
          <IconButton icon="download" label="Download all as zip" onClick={() => void downloadProject(bench)} />
          <input ref={upload} type="file" multiple hidden onChange={onUpload} aria-label="Upload files" />
        </div>
      </div>
      <ul
        ref={list}
        role="tree"
        aria-label="Project files"
        className="min-h-0 flex-1 overflow-auto p-1.5"
        onKeyDown={moveFocus}
      >
        {naming?.from === null ? (
          <NameField initial="" taken={paths} onDone={finish} label="Name of the new file" />
        ) : null}
        {tree.map((node) => (
          <Node
            key={node.path}
            node={node}
            depth={0}
            active={active}
            closed={closed}
            readOnly={readOnly}
            editing={naming?.from ?? null}
            taken={paths}
            onDone={finish}
            onToggle={toggle}
            onOpen={(path) => {
              bench.workspace.open(path);
              bench.show({ pane: "code" });
            }}
            onRename={(path) => setEditing({ from: path, initial: path })}
            onDelete={(path) => {
              deletePath(bench, path);
              // The row that had the focus is gone; without this the keyboard would start from the top of the page.
              focusRow(null);
            }}
            onDownload={(path) => {
              const file = project.files.find((one) => one.path === path);
              if (file) downloadFile(file);
            }}
          />
        ))}
      </ul>
      {readOnly ? null : (
        <p className="px-3 pb-3 text-xs text-text-soft max-md:hidden">
          Drop files anywhere to add them. Use a/b.txt for folders.
        </p>
      )}
    </section>
  );
}

/** Up and down move between rows; Home and End jump. */
function moveFocus(event: KeyboardEvent<HTMLElement>): void {
  if (event.target instanceof HTMLInputElement) return;
  const rows = [...event.currentTarget.querySelectorAll<HTMLElement>("[data-row]")];
  const at = rows.findIndex((row) => row === document.activeElement);
  const target =
    event.key === "ArrowDown"
      ? rows[at + 1]
      : event.key === "ArrowUp"
        ? rows[at - 1]
        : event.key === "Home"
          ? rows[0]
          : event.key === "End"
            ? rows.at(-1)
            : undefined;
  if (!target) return;
  event.preventDefault();
  target.focus();
}

/** A name that was given, or null for none, and whether a key said so or the field was left. */
type OnNamed = (name: string | null, by: "key" | "leaving") => void;

interface NodeProps {
  node: TreeNode;
  depth: number;
  active: string | null;
  closed: ReadonlySet<string>;
  readOnly: boolean;
  editing: string | null;
  taken: readonly string[];
  onDone: OnNamed;
  onToggle: (path: string) => void;
  onOpen: (path: string) => void;
  onRename: (path: string) => void;
  onDelete: (path: string) => void;
  onDownload: (path: string) => void;
}

function Node(props: NodeProps) {
  const { node, depth, active, closed, readOnly } = props;
  const isFolder = node.kind === "folder";
  const isOpen = isFolder && !closed.has(node.path);
  const selected = node.path === active;
  if (props.editing === node.path) {
    const others = props.taken.filter((path) => !isUnder(path, node.path));
    return <NameField initial={node.path} taken={others} onDone={props.onDone} label={`New name for ${node.path}`} />;
  }
  const activate = () => (isFolder ? props.onToggle(node.path) : props.onOpen(node.path));
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.target !== event.currentTarget) return;
    if (event.key === "Enter" || event.key === " ") activate();
    else if (event.key === "F2" && !readOnly) props.onRename(node.path);
    else if (event.key === "Delete" && !readOnly) props.onDelete(node.path);
    else if (event.key === "ArrowRight" && isFolder && !isOpen) activate();
    else if (event.key === "ArrowLeft" && isOpen) activate();
    else return;
    event.preventDefault();
  };
  return (
    <li role="none">
      <div
        role="treeitem"
        data-row={node.path}
        tabIndex={selected || (active === null && depth === 0) ? 0 : -1}
        aria-selected={selected}
        aria-expanded={isFolder ? isOpen : undefined}
        aria-level={depth + 1}
        aria-label={node.name}
        onClick={activate}
        onDoubleClick={() => (readOnly ? undefined : props.onRename(node.path))}
        onKeyDown={onKeyDown}
        style={{ paddingLeft: 8 + depth * 14 }}
        className="group flex h-7 cursor-pointer items-center gap-1.5 rounded-md pr-1 text-text-soft hover:bg-line/50 aria-selected:bg-accent-wash aria-selected:text-text max-md:h-11"
      >
        <Icon name={isFolder ? "folder" : "file"} size={14} />
        <span className="min-w-0 flex-1 truncate">{node.name}</span>
        <span className="flex opacity-0 group-focus-within:opacity-100 group-hover:opacity-100 max-md:opacity-100">
          {isFolder ? null : (
            <RowAction icon="download" label={`Download ${node.path}`} onAct={() => props.onDownload(node.path)} />
          )}
          {readOnly ? null : (
            <RowAction icon="pencil" label={`Rename ${node.path}`} onAct={() => props.onRename(node.path)} />
          )}
          {readOnly ? null : (
            <RowAction icon="trash" label={`Delete ${node.path}`} onAct={() => props.onDelete(node.path)} />
          )}
        </span>
      </div>
      {isFolder && isOpen ? (
        <ul role="group">
          {node.children.map((child) => (
            <Node key={child.path} {...props} node={child} depth={depth + 1} />
          ))}
        </ul>
      ) : null}
    </li>
  );
}

function RowAction({
  icon,
  label,
  onAct,
}: {
  icon: "download" | "pencil" | "trash";
  label: string;
  onAct: () => void;
}) {
  return (
    <button
      type="button"
      aria-label={label}
      title={label}
      tabIndex={-1}
      className="inline-flex size-6 items-center justify-center rounded hover:bg-line hover:text-text max-md:size-10"
      onClick={(event) => {
        event.stopPropagation();
        onAct();
      }}
    >
      <Icon name={icon} size={14} />
    </button>
  );
}

function NameField({
  initial,
  taken,
  onDone,
  label,
}: {
  initial: string;
  taken: readonly string[];
  onDone: OnNamed;
  label: string;
}) {
  const [name, setName] = useState(initial);
  const fault = name === initial ? null : pathFault(name, taken);
  const accept = (by: "key" | "leaving") => onDone(name !== "" && pathFault(name, taken) === null ? name : null, by);
  return (
    <li role="none" className="py-0.5">
      <input
        autoFocus
        aria-label={label}
        aria-invalid={fault !== null}
        value={name}
        placeholder="name.txt"
        spellCheck={false}
        autoCapitalize="off"
        onChange={(event) => setName(event.target.value)}
        onFocus={(event) => {
          const dot = initial.lastIndexOf(".");
          event.target.setSelectionRange(initial.lastIndexOf("/") + 1, dot > 0 ? dot : initial.length);
        }}
        onBlur={() => accept("leaving")}
        onKeyDown={(event) => {
          if (event.key === "Enter" && (fault === null || name === "")) accept("key");
          else if (event.key === "Escape") onDone(null, "key");
          else return;
          event.preventDefault();
        }}
        className="h-7 w-full rounded-md border border-accent-text bg-surface px-2 max-md:h-11"
      />
      {fault && name !== "" ? <p className="px-1 py-0.5 text-xs text-bad">{fault}</p> : null}
    </li>
  );
}
