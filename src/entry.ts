/**
 * What the command is started from. The modules that nearly every check needs are named here so that the bundle holds them in one file;
 * all else is in files of its own, opened when it is asked for.
 */
import "./commands/check.ts";
import "./prebuilt/decode.ts";
import "./reporters/pretty.ts";

export { main } from "./cli.ts";
export { processIo } from "./io/process-io.ts";
