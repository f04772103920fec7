/**
 * What tells the parts of an Office file apart (Open Packaging Conventions): their names are the same whatever their case.
 * Some programs put a slash before them, or backslashes and `%20` into them.
 */
export const partKey = (name: string): string =>
  withoutEscapes(name).replaceAll("\\", "/").replace(/^\/+/u, "").toLowerCase();

/** `xl/worksheets/sheet1.xml` keeps its relationships in `xl/worksheets/_rels/sheet1.xml.rels`. */
export const relationshipsPart = (part: string): string => part.replace(/[^/]*$/u, (name) => `_rels/${name}.rels`);

/** The part that a target leads to, from the folder of the part that names it, or from the top where it begins with a slash. */
export function partAt(target: string, from: string): string {
  const written = target.replaceAll("\\", "/");
  const path: string[] = [];
  for (const step of (written.startsWith("/") ? written : `${folderOf(from)}${written}`).split("/")) {
    if (step === "..") path.pop();
    else if (step !== "." && step !== "") path.push(step);
  }
  return path.join("/");
}

/** With its slash at the end; empty at the top. */
export const folderOf = (part: string): string => part.replace(/[^/]*$/u, "");

function withoutEscapes(name: string): string {
  try {
    return decodeURIComponent(name);
  } catch {
    return name;
  }
}
