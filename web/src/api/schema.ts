/**
 * The words this page uses for the wire types of `/api/v1`, over the types generated from the server's OpenAPI document.
 * Times are milliseconds, sizes are bytes.
 */
import type * as Wire from "./generated/wire";

/**
 * The document lets a field that may be null be missing as well. In answers the server writes such fields out, so that
 * the page may rely on null.
 */
type Written<T> = { [K in keyof T]-?: Exclude<T[K], undefined> };
/** The same, but for fields that really are left out where there is nothing to say. */
type WrittenBut<T, Left extends keyof T> = Written<Omit<T, Left>> & Pick<T, Left>;

export type { Diagnostic, Encoding, Stage, Status, Stream, Verdict } from "./generated/wire";
export type { ClientMessage, ExecutionRequest, ShareRequest } from "./generated/wire";
export type LimitName = Wire.LimitHit;
export type SourceFile = Wire.FileInput;
export type Limits = Wire.LimitsRequest;
export type ExecutionLinks = Wire.Links;
export type Example = Wire.ExampleView;

export type CompileReport = Written<Wire.CompileView>;
export type Execution = Omit<WrittenBut<Wire.ExecutionView, "cases" | "queue_position">, "compile"> & {
  compile: CompileReport | null;
};

export type ExecutionEvent = Wire.Event;
/** How an execution ended. What the server does not know it leaves out. */
export type EndEvent = Extract<ExecutionEvent, { type: "end" }>;
export type SnapshotEvent = Extract<ExecutionEvent, { type: "snapshot" }>;

/** The answer to a client message that could not be taken; the socket stays open. The document describes no answers of sockets. */
export interface RefusedMessage {
  type: "error";
  code: string;
  detail: string;
}

/** What a language can be asked to do with a program. */
export type ActionName = Wire.Action;

export type Language = Written<Wire.LanguageView>;
export type LanguageDetail = Language & Omit<Wire.LanguageDetail, keyof Wire.LanguageView>;

export type Share = Omit<Written<Wire.ShareView>, "result"> & { result: Execution | null };
export type ShareCreated = Pick<Wire.ShareView, "id" | "url">;

/** A proxy in front of the server may answer with less than the server would. */
export type Problem = Pick<Wire.Problem, "title" | "status"> & Partial<Wire.Problem>;
