import type { Command } from "commander";
import type { Io } from "../io/io.ts";

/** Gives a command its arguments, options, help and action; the action answers with the exit code. */
export type SetUp = (command: Command, io: Io, answer: (code: number) => void) => void;
