/** What the first bytes of a file tell; `other` where they tell nothing. */
export type FileKind = "zip" | "ole" | "pdf" | "rtf" | "picture" | "other";

const SIGNATURES: readonly (readonly [kind: FileKind, bytes: readonly number[]])[] = [
  ["zip", [0x50, 0x4b, 0x03, 0x04]],
  ["zip", [0x50, 0x4b, 0x05, 0x06]],
  ["ole", [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]],
  ["pdf", [0x25, 0x50, 0x44, 0x46]],
  ["rtf", [0x7b, 0x5c, 0x72, 0x74, 0x66]],
  ["picture", [0x89, 0x50, 0x4e, 0x47]],
  ["picture", [0xff, 0xd8, 0xff]],
  ["picture", [0x47, 0x49, 0x46, 0x38]],
];

export const kindOfBytes = (bytes: Uint8Array): FileKind =>
  SIGNATURES.find(([, signature]) => signature.every((byte, index) => bytes[index] === byte))?.[0] ?? "other";

/** Why a file is not what its name says, and what to do. `what` and `ending` are what was expected: workbook, `.xlsx`. */
export function describeKind(kind: FileKind, what: string, ending: string): string {
  const right = `Save it as ${ending} and check that.`;
  switch (kind) {
    case "ole":
      return `This ${what} is locked with a password, or is in the old Office format under a new name. Take the password off or ${lower(right)}`;
    case "pdf":
      return `This is a PDF under another name, no ${what}. Export what it was made from as ${ending} and check that.`;
    case "picture":
      return `This is a picture under another name, no ${what}. Check the file that holds the words.`;
    case "zip":
      return `This is a zip file or an Office document under another name, no ${what}. Give it its own ending (.xlsx, .docx), or save it as ${ending}.`;
    case "rtf":
    case "other":
      return `This is no ${what}, whatever its name says. ${right}`;
    default:
      return kind satisfies never;
  }
}

const lower = (sentence: string): string => sentence[0]!.toLowerCase() + sentence.slice(1);
