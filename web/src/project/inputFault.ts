import { readArguments } from "./arguments";
import { parseEnvironment } from "./environment";
import type { LanguageFacts, Project } from "./project";

/** Why a line cannot be split into words, as a part of a sentence, or null when it can. */
export function quoteFault(line: string): string | null {
  const { unclosed } = readArguments(line);
  return unclosed === null ? null : `a quote (${unclosed}) is opened and not closed`;
}

/** Why a program cannot be run with what was typed around it, in words for the person who typed it, or null. */
export function inputFault(project: Project, language: LanguageFacts | undefined): string | null {
  const inArguments = quoteFault(project.argumentLine);
  if (inArguments !== null) return `In the arguments ${inArguments}.`;
  const inFlags = language?.accepts_compiler_flags === false ? null : quoteFault(project.compilerFlagLine);
  if (inFlags !== null) return `In the compiler flags ${inFlags}.`;
  const [line] = parseEnvironment(project.environment).faults;
  return line === undefined ? null : `Line ${line} of the environment is not NAME=value.`;
}
