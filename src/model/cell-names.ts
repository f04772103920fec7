/** The letters of a 1-based column: `A` is 1, `XFD` is 16,384. */
export function columnName(column: number): string {
  const rest = Math.floor((column - 1) / 26);
  return (rest > 0 ? columnName(rest) : "") + String.fromCharCode(65 + ((column - 1) % 26));
}

/** 1-based column of `D14` or `D`; 0 where there are no letters. */
export const columnOf = (cell: string): number =>
  [...(/^\$?([A-Z]+)/iu.exec(cell)?.[1] ?? "")].reduce((sum, letter) => sum * 26 + Number.parseInt(letter, 36) - 9, 0);

/** 1-based row of `D14`; 0 where there is none. */
export const rowOf = (cell: string): number => Number(/\$?(\d+)$/u.exec(cell)?.[1] ?? 0);
