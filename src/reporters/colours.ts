/** Paints a text for a terminal. Each name paints in one more way: `colours.red.bold("no")`. Chalk does all of them. */
export interface Colours {
  (text: string): string;
  readonly bold: Colours;
  readonly dim: Colours;
  readonly red: Colours;
  readonly yellow: Colours;
  readonly blue: Colours;
}

/** Leaves every text as it is. */
export const NO_COLOURS = ((text: string) => text) as Colours;
for (const name of ["bold", "dim", "red", "yellow", "blue"])
  Object.defineProperty(NO_COLOURS, name, { value: NO_COLOURS });
