import { barStyle } from "./bars.ts";
import { filterStyle } from "./filter.ts";
import { monthStyle } from "./month.ts";
import { pageStyle } from "./page.ts";
import { palette } from "./palette.ts";
import { postStyle } from "./post.ts";
import { printStyle } from "./print.ts";

/** The style sheet, but for the rules of the filter, which depend on what a report holds. */
export const style = [palette, pageStyle, monthStyle, barStyle, filterStyle, postStyle, printStyle].join("");
