const { existsSync, readFileSync, writeFileSync } = require("node:fs");
const Module = require("node:module");
const { dirname, join } = require("node:path");
const { Script } = require("node:vm");

/**
 * Requires a CommonJS file without compiling it anew, and likewise what it requires beside it. From Node 22 on, Node itself keeps what it
 * compiled, in the system's temporary folder; before that, what `keep` left beside a file is used, if it is of this Node. Nothing of a
 * draft is ever in it. The files may require, but not import: a script that is run like this knows no way to.
 */
exports.load = (path) => {
  if (Module.enableCompileCache !== undefined) Module.enableCompileCache();
  else run(path, (file) => existsSync(keptPath(file)));
};

/** Loads the first of these files, has `work` done with it, and leaves beside each of them that was needed what was compiled on the way. */
exports.keep = async ([path, ...others], work) => {
  const scripts = run(path, (file) => others.includes(file));
  await work();
  for (const [file, script] of scripts) writeFileSync(keptPath(file), script.createCachedData());
};

const keptPath = (path) => `${path}.v8`;

/** V8 passes over cached data of another version and of a source of another length. What is kept was written in ASCII alone. */
function scriptOf(path) {
  const kept = keptPath(path);
  const cachedData = existsSync(kept) ? readFileSync(kept) : undefined;
  return new Script(Module.wrap(readFileSync(path, "latin1")), { filename: path, cachedData });
}

/**
 * As `require` would, so that whoever requires it later gets the same module. What `isKept` accepts is run in the same way when it is
 * required. Answers with the scripts by their paths; they become more with that.
 */
function run(path, isKept, scripts = new Map()) {
  const loaded = new Module(path, module);
  loaded.filename = path;
  require.cache[path] = loaded;
  const { exports } = loaded;
  const usual = Module.createRequire(path);
  const requireFrom = (id) => {
    const file = join(dirname(path), id);
    if (id.startsWith("./") && require.cache[file] === undefined && isKept(file)) run(file, isKept, scripts);
    return usual(id);
  };
  const script = scriptOf(path);
  scripts.set(path, script);
  try {
    script.runInThisContext().call(exports, exports, requireFrom, loaded, path, dirname(path));
  } catch (error) {
    delete require.cache[path];
    throw error;
  }
  loaded.loaded = true;
  return scripts;
}
