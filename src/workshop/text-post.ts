import type { Post } from "../model/post.ts";
import { postsOf } from "../readers/post.ts";
import { placeAt } from "../readers/readings.ts";

const source = placeAt("text", null);
const read = postsOf({ defaults: {} });

/** A post of which only its words are known. */
export function postOf(text: string): Post {
  const [reading] = read({ fields: { text }, derivedId: "text", source });
  if (reading?.kind !== "post") throw new Error(`can't read “${text}”`);
  return reading.post;
}
