import { oneOf } from "../config/choices.ts";
import { UsageError } from "../config/errors.ts";
import type { ChangeRequest, Changes } from "./changes.ts";

export interface ChangeOptions {
  readonly changedSince?: string;
  readonly staged?: true;
  readonly filter?: string;
  readonly text?: string;
}

/** How much is reported: what came with the change, all of a changed file, or everything. */
export const FILTERS = ["added", "file", "all"] as const;
export type Filter = (typeof FILTERS)[number];

export interface AskedChange extends ChangeRequest {
  readonly filter: Filter;
}

/** A change, and how much of the files that it touches is looked at. */
export interface ChangedOnly {
  readonly changes: Changes;
  readonly filter: Filter;
}

/** Null where everything is to be checked. */
export async function changeAsked({ changedSince, staged, filter, text }: ChangeOptions): Promise<AskedChange | null> {
  const chosen = filter === undefined ? null : await oneOf("--filter", filter, FILTERS);
  if (changedSince === undefined && !staged) {
    if (chosen !== null)
      throw new UsageError("--filter needs --changed-since or --staged.", "It says how much of a change counts.");
    return null;
  }
  const flag = staged ? "--staged" : "--changed-since";
  if (changedSince !== undefined && staged) {
    throw new UsageError("--changed-since and --staged contradict each other.", "Give one.");
  }
  if (text !== undefined)
    throw new UsageError(`--text and ${flag} can't be used together.`, "Words are no file that can have changed.");
  return { since: changedSince ?? null, filter: chosen ?? "added" };
}
