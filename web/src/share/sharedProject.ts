import type { Share } from "../api/schema";
import { joinArguments } from "../project/arguments";
import { NO_LIMITS, type Project } from "../project/project";

export function sharedProject(share: Share): Project {
  return {
    language: share.language,
    files: share.files.map((file) => ({ path: file.path, content: file.content, encoding: file.encoding ?? "utf-8" })),
    stdin: share.stdin ?? "",
    interactive: false,
    argumentLine: joinArguments(share.args),
    environment: "",
    compilerFlagLine: joinArguments(share.compiler_flags),
    limits: NO_LIMITS,
  };
}
