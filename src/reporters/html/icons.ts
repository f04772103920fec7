import { VERDICTS, type Verdict } from "../parts/verdict.ts";
import { html, type Markup } from "./markup.ts";

/** A sign of its own shape for each verdict, since colour is never the only one. It stands beside the word. */
export const icon = (verdict: Verdict): Markup =>
  html`<svg class="icon ${verdict}" viewBox="0 0 16 16" width="16" height="16" aria-hidden="true" focusable="false"><use href="#icon-${verdict}"/></svg>`;

/** What `icon` refers to; once a page. */
export const iconShapes = (): Markup =>
  html`<svg width="0" height="0" class="shapes" aria-hidden="true" focusable="false">${VERDICTS.map(
    (verdict) => html`<symbol id="icon-${verdict}" viewBox="0 0 16 16">${SHAPES[verdict]}</symbol>`,
  )}</svg>`;

const SHAPES: Record<Verdict, Markup> = {
  error: html`<path class="solid" d="M5 1h6l4 4v6l-4 4H5l-4-4V5z"/><path class="sign" d="M4.5 8h7"/>`,
  warning: html`<path class="solid" d="M8 1.2 15.4 14.6H.6z"/><path class="sign" d="M8 6v4M8 11.7v.6"/>`,
  suggestion: html`<circle class="solid" cx="8" cy="8" r="7"/><path class="sign" d="M5 9.5 8 6.5l3 3"/>`,
  "let-stand": html`<circle class="line" cx="8" cy="8" r="5.5"/><path class="line" d="M5.5 8h5"/>`,
  none: html`<circle class="line" cx="8" cy="8" r="5.5"/>`,
};
