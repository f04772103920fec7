/** Said of YAML whose nesting or aliases are more than can be followed. */
export const TOO_DEEP = "is nested too deeply, or repeats itself too often";

/** The library tells of a nesting that it can't follow as of any mistake, in words for those who wrote the library. */
export const goesTooDeep = (mistake: { readonly message: string }): boolean => /call stack/u.test(mistake.message);
