import { autocompletion, closeBrackets, closeBracketsKeymap, completionKeymap } from "@codemirror/autocomplete";
import { defaultKeymap, history, historyKeymap, indentWithTab } from "@codemirror/commands";
import { bracketMatching, foldGutter, foldKeymap, indentOnInput, indentUnit } from "@codemirror/language";
import { lintGutter, lintKeymap } from "@codemirror/lint";
import { highlightSelectionMatches, search, searchKeymap } from "@codemirror/search";
import { Compartment, EditorState, type Extension } from "@codemirror/state";
import {
  crosshairCursor,
  drawSelection,
  dropCursor,
  EditorView,
  highlightActiveLine,
  highlightActiveLineGutter,
  highlightSpecialChars,
  keymap,
  lineNumbers,
  rectangularSelection,
} from "@codemirror/view";
import type { Settings } from "../settings/settings";
import { editorTheme } from "./theme";

/** The parts of an editor that change while it lives. */
export interface Slots {
  keymap: Compartment;
  language: Compartment;
  view: Compartment;
}

export function createSlots(): Slots {
  return { keymap: new Compartment(), language: new Compartment(), view: new Compartment() };
}

export function viewExtension(settings: Settings, label: string, readOnly: boolean): Extension {
  return [
    EditorView.theme({ "&": { fontSize: `max(${settings.fontSize}px, var(--least-input-size))` } }),
    EditorState.tabSize.of(settings.tabSize),
    indentUnit.of(" ".repeat(settings.tabSize)),
    settings.wrap ? EditorView.lineWrapping : [],
    EditorState.readOnly.of(readOnly),
    EditorView.contentAttributes.of({
      "aria-label": label,
      "aria-describedby": "editor-keys",
      autocapitalize: "off",
      autocorrect: "off",
      spellcheck: "false",
    }),
  ];
}

export function baseExtensions(slots: Slots): Extension {
  return [
    // First, so that Vim and Emacs keys win over the common ones.
    slots.keymap.of([]),
    lineNumbers(),
    foldGutter(),
    lintGutter(),
    highlightSpecialChars(),
    history(),
    drawSelection(),
    dropCursor(),
    EditorState.allowMultipleSelections.of(true),
    indentOnInput(),
    bracketMatching(),
    closeBrackets(),
    autocompletion(),
    rectangularSelection(),
    crosshairCursor(),
    highlightActiveLine(),
    highlightActiveLineGutter(),
    highlightSelectionMatches(),
    search({ top: true }),
    EditorState.phrases.of({ Diagnostics: "Marks in this file", "No diagnostics": "Nothing is marked in this file." }),
    keymap.of([
      ...closeBracketsKeymap,
      ...defaultKeymap,
      ...searchKeymap,
      ...historyKeymap,
      ...foldKeymap,
      ...completionKeymap,
      ...lintKeymap,
      // Esc then Tab leaves the editor: CodeMirror's own default key map turns Tab over to the browser after Esc.
      indentWithTab,
    ]),
    slots.language.of([]),
    slots.view.of([]),
    editorTheme,
  ];
}
