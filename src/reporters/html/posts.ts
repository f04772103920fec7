import { html, type Markup } from "./markup.ts";
import { counted } from "./post.ts";

/** The posts that a person has to look at, in the order of their source, with what narrows the list. */
export const flaggedPosts = (articles: readonly Markup[], filter: Markup | null): Markup | null =>
  articles.length === 0
    ? null
    : html`<section class="posts" aria-labelledby="posts">
<h2 id="posts">${counted(articles.length, "post")} to look at</h2>
${filter}
<div class="list">
${articles}
<p class="shown" data-of="${counted(articles.length, "post")}"></p>
</div>
</section>
`;

/** Folded: suggestions help the wording, and none of them keeps a post from going out. */
export const improvablePosts = (articles: readonly Markup[]): Markup | null =>
  articles.length === 0
    ? null
    : html`<section class="improvable" aria-labelledby="improvable">
<details><summary><h2 id="improvable">${counted(articles.length, "post")} with suggestions only</h2></summary>
${articles}
</details>
</section>
`;
