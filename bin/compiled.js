const { readFileSync, writeFileSync } = require("node:fs");
const Module = require("node:module");
const { dirname } = require("node:path");
const { Script } = require("node:vm");

/**
 * Requires a CommonJS file without compiling it anew. From Node 22 on, Node itself keeps what it compiled, in the system's temporary
 * folder; before that, what `keep` left beside the file is used, if it is of this Node. Nothing of a draft is ever in it. The file may
 * require, but not import: a script that is run like this knows no way to.
 */
exports.load = (path) => {
  if (Module.enableCompileCache === undefined) run(path, scriptOf(path, keptOf(path)));
  else Module.enableCompileCache();
};

/** Loads the file, has `work` done with it, and leaves beside it what was compiled on the way. */
exports.keep = async (path, work) => {
  const script = scriptOf(path, undefined);
  run(path, script);
  await work();
  writeFileSync(keptPath(path), script.createCachedData());
};

const keptPath = (path) => `${path}.v8`;

function keptOf(path) {
  try {
    return readFileSync(keptPath(path));
  } catch {
    return undefined;
  }
}

/** V8 passes over cached data of another version and of a source of another length. The build writes in ASCII alone. */
function scriptOf(path, cachedData) {
  return new Script(Module.wrap(readFileSync(path, "latin1")), { filename: path, cachedData });
}

/** As `require` would, so that whoever requires it later gets the same module. */
function run(path, script) {
  const loaded = new Module(path, module);
  loaded.filename = path;
  require.cache[path] = loaded;
  const { exports } = loaded;
  script.runInThisContext().call(exports, exports, Module.createRequire(path), loaded, path, dirname(path));
  loaded.loaded = true;
}
