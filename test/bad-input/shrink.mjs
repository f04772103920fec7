// Loaded before the command: cuts a file named shrinking.txt once its first piece has been read.
import fs from "node:fs";
import { syncBuiltinESMExports } from "node:module";

const { openSync, readSync } = fs;
let shrinking = -1;
fs.openSync = (path, ...how) => {
  const file = openSync(path, ...how);
  if (String(path).endsWith("shrinking.txt")) shrinking = file;
  return file;
};
fs.readSync = (file, ...asked) => {
  const length = readSync(file, ...asked);
  if (file === shrinking) fs.truncateSync("shrinking.txt", length);
  shrinking = file === shrinking ? -1 : shrinking;
  return length;
};
syncBuiltinESMExports();
