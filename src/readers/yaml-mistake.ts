/** Said of YAML whose nesting or aliases are more than can be followed. */
export const TOO_DEEP = "is nested too deeply, or repeats itself too often";

interface Mistake {
  readonly code: string;
  readonly message: string;
}

/** The library tells of a nesting that it can't follow as of any mistake, in words for those who wrote the library. */
export const goesTooDeep = ({ message }: Mistake): boolean => /call stack/u.test(message);

/** What the library says of a mistake, without what it quotes: that is copy, and may be what the rules mask. */
export function withoutCopy({ code, message }: Mistake): string {
  if (code === "TAG_RESOLVE_FAILED") return "A word that begins with ! is not a tag that YAML knows";
  if (code === "BAD_DQ_ESCAPE") return "A backslash stands before what it can't stand before";
  return message.replace(/(?<=\w): .*$/su, "");
}
