/** How much a post is like those that people marked as breaching. */
export const STRENGTHS = ["likely", "hint"] as const;
export type Strength = (typeof STRENGTHS)[number];
