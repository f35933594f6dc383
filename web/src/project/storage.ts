import { NO_LIMITS, type Project } from "./project";

/** One draft per language, so that switching languages never loses a program, plus the name of the current one. */
const CURRENT = "runyard.current-language";
const DRAFT = "runyard.draft.";

export function draftKey(language: string): string {
  return DRAFT + language;
}

export function loadDraft(language: string): Project | null {
  return readProject(localStorageItem(draftKey(language)));
}

export function loadCurrent(): Project | null {
  const language = localStorageItem(CURRENT);
  return language === null ? null : loadDraft(language);
}

/** Throws when the browser refuses (storage full or blocked): the caller shows it. */
export function saveDraft(project: Project): void {
  localStorage.setItem(draftKey(project.language), JSON.stringify(project));
  localStorage.setItem(CURRENT, project.language);
}

function localStorageItem(key: string): string | null {
  try {
    return localStorage.getItem(key);
  } catch {
    return null;
  }
}

export function readProject(text: string | null): Project | null {
  if (text === null) return null;
  try {
    const value = JSON.parse(text) as Partial<Project> | null;
    if (!value || typeof value.language !== "string" || !Array.isArray(value.files) || value.files.length === 0) {
      return null;
    }
    return {
      language: value.language,
      files: value.files,
      stdin: value.stdin ?? "",
      interactive: value.interactive ?? false,
      argumentLine: value.argumentLine ?? "",
      environment: value.environment ?? "",
      compilerFlagLine: value.compilerFlagLine ?? "",
      limits: { ...NO_LIMITS, ...value.limits },
    };
  } catch {
    return null;
  }
}
