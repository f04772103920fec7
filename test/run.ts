import { main } from "../src/cli.ts";
import { HOUSE_PACKAGE } from "./house-rules.ts";
import { type MemoryIo, memoryIo, type Scene } from "./memory-io.ts";

export interface Run {
  readonly code: number;
  readonly out: string;
  readonly err: string;
  readonly io: MemoryIo;
}

/** Runs postlint by the front door, with the house's rules as the ones that it ships with. */
export async function run(argv: readonly string[], scene: Scene = {}): Promise<Run> {
  const io = memoryIo({ ...scene, files: { ...HOUSE_PACKAGE, ...scene.files } });
  const code = await main(argv, io);
  return { code, out: io.out(), err: io.err(), io };
}
