import { html, type Markup } from "./markup.ts";

/** A link to a page of the web; just the words where the address is another kind, or not known. */
export const webLink = (url: string | null, words: string): Markup =>
  url !== null && /^https?:\/\//iu.test(url) ? html`<a href="${url}">${words}</a>` : html`${words}`;
