import { META_KEYS, readMeta } from "../meta.ts";

/** Whether a value can be that of a key of ours, so that a key under another name is surely meant as it. */
export function fits(field: string, value: unknown): boolean {
  switch (field) {
    case "text":
      return value === null || typeof value === "string";
    case "id":
      return typeof value === "string" || typeof value === "number";
    case "file":
      return isPicture(value) || (typeof value === "object" && value !== null);
    case "postlint_ignore":
      return true;
    default:
      return isMeta(field) ? readsWell(field, value) : typeof value === "string";
  }
}

const isMeta = (field: string): boolean => (META_KEYS as readonly string[]).includes(field);

/** A file may be that of the post. */
const isPicture = (value: unknown): boolean =>
  typeof value === "string" && /\.(?:png|jpe?g|gif|webp|avif|heic|svg|mp4|mov|webm)\b/iu.test(value);

function readsWell(field: string, value: unknown): boolean {
  let isWell = true;
  const amiss = () => {
    isWell = false;
  };
  const tell = { problem: amiss, note: () => {}, unknownWord: amiss, unknownChannel: () => {} };
  readMeta((key) => (key === field ? { value, path: key } : undefined), tell, {});
  return isWell;
}
