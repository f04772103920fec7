import { spawn } from "node:child_process";

/** Arguments of Node. */
export type Command = readonly string[];

/** A whole process, from its start to its end, in milliseconds. What it reports goes nowhere. Rejects where it could not do its job. */
export async function wholeProcess(command: Command): Promise<number> {
  const began = performance.now();
  await ended(command, null);
  return performance.now() - began;
}

/** The most memory that a process held at one time, in MB (10⁶ bytes), its threads included. */
export async function peakMemory(command: Command): Promise<number> {
  const told = await ended(["--import", TELL_MEMORY, ...command], MEMORY_PIPE);
  return (Number(told) * 1024) / 1_000_000;
}

/** What a process writes to standard output. */
export const answerOf = (command: Command): Promise<string> => ended(command, 1);

const MEMORY_PIPE = 3;

/** At its end the process says how many KiB it held at most. */
const TELL_MEMORY = `data:text/javascript,${encodeURIComponent(
  `import { writeSync } from "node:fs";
import { isMainThread } from "node:worker_threads";
if (isMainThread) process.on("exit", () => writeSync(${MEMORY_PIPE}, String(process.resourceUsage().maxRSS)));`,
)}`;

function ended(command: Command, listenTo: number | null): Promise<string> {
  const child = spawn(process.execPath, command, {
    stdio: ["ignore", listenTo === 1 ? "pipe" : "ignore", "pipe", listenTo === MEMORY_PIPE ? "pipe" : "ignore"],
  });
  let told = "";
  let complaint = "";
  if (listenTo !== null) child.stdio[listenTo]?.on("data", (chunk: Buffer) => (told += chunk.toString()));
  child.stderr?.on("data", (chunk: Buffer) => {
    complaint = (complaint + chunk.toString()).slice(-MOST_COMPLAINT);
  });
  return new Promise((answer, refuse) => {
    child.on("error", refuse);
    child.on("close", (code, signal) => {
      if (code === 0) answer(told);
      else refuse(new Error(`node ${command.join(" ")} ended with ${code ?? signal}:\n${complaint}`));
    });
  });
}

/** In characters. */
const MOST_COMPLAINT = 2000;
