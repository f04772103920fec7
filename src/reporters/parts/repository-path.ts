/**
 * A file as a service that shows whole repositories names it: from the top of the repository. `under` is the folder where
 * postlint was started, `copy/` or nothing. A file above the top keeps its dots, and a service then shows no file.
 */
export function repositoryPath(file: string, under: string): string {
  const steps = under.split("/").filter((step) => step !== "");
  const rest = file.split("/");
  while (steps.length > 0 && rest[0] === "..") {
    steps.pop();
    rest.shift();
  }
  return [...steps, ...rest].join("/");
}

/** A relative path as a URI: each of its names percent-encoded, so that no colon makes a scheme and no `?` a question. */
export const uriOf = (path: string): string => path.split("/").map(encoded).join("/");

/** `encodeURIComponent` leaves some marks alone that RFC 3986 reserves, and throws on half a character. */
const encoded = (name: string): string =>
  encodeURIComponent(name.replace(/\p{Cs}/gu, "\ufffd")).replace(
    /[!'()*]/gu,
    (mark) => `%${mark.charCodeAt(0).toString(16).toUpperCase()}`,
  );
