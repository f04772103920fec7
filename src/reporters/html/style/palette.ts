/** Colours, all of contrast 4.5 or more on their grounds (3 for signs), and type: only what a system has. */
export const palette = `
:root {
  color-scheme: light dark;
  --paper: #fbfaf7;
  --card: #ffffff;
  --ink: #1c232c;
  --soft: #515b67;
  --line: #ddd8cd;
  --hair: #ebe7de;
  --accent: #1f4b6e;
  --error: #981b1e;
  --error-ground: #fbeae8;
  --error-mark: #fbdcd8;
  --warning: #7b4a00;
  --warning-ground: #fcf2de;
  --warning-mark: #fbe7bd;
  --suggestion: #2a5680;
  --suggestion-ground: #e9f1f8;
  --suggestion-mark: #e9f1f8;
  --none: #5b6570;
  --none-ground: #f3f1eb;
  --error-fill: #b3282b;
  --warning-fill: #d08c1d;
  --suggestion-fill: #5f8fba;
  --none-fill: #d6d2c7;
  --sign: #ffffff;
  --serif: "Iowan Old Style", "Palatino Linotype", Palatino, "URW Palladio L", P052, "Book Antiqua", Georgia, serif;
  --sans: system-ui, -apple-system, "Segoe UI", Roboto, "Helvetica Neue", "Noto Sans", "Liberation Sans", sans-serif,
    "Apple Color Emoji", "Segoe UI Emoji", "Noto Color Emoji";
  --mono: ui-monospace, "SF Mono", Menlo, Consolas, "DejaVu Sans Mono", monospace;
}
@media screen and (prefers-color-scheme: dark) {
  :root {
    --paper: #14181d;
    --card: #1a2027;
    --ink: #e9e6df;
    --soft: #aab2bc;
    --line: #38414c;
    --hair: #2a323b;
    --accent: #94c0e4;
    --error: #f4a39b;
    --error-ground: #3a1d1d;
    --error-mark: #592424;
    --warning: #edc071;
    --warning-ground: #352a15;
    --warning-mark: #54401a;
    --suggestion: #9bc5e9;
    --suggestion-ground: #1a2b3a;
    --suggestion-mark: #20364a;
    --none: #a6aeb8;
    --none-ground: #232a31;
    --error-fill: #e0766e;
    --warning-fill: #d9a441;
    --suggestion-fill: #6ea3d0;
    --none-fill: #4a535e;
    --sign: #14181d;
  }
}
`;
