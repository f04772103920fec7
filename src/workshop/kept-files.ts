/** The chunks of the bundle that are kept compiled, and so are written in ASCII: see `bin/compiled.js`. The first is the program. */
export const KEPT_COMPILED: readonly string[] = ["core", "yaml-library"];
