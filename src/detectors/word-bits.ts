/** A bit for the word at this position of a sentence, from 0 on: the last bit stands for every word that has none of its own. */
export const bitOfWord = (position: number): number => 1 << Math.min(position, 31);

/** The bits of the words that may stand behind a word with this bit. */
export const bitsBehind = (bit: number): number => (bit << 1 === 0 ? bit : -(bit << 1) | 0);
