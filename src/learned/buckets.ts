/** Keys are spread evenly, being hashes, so that about two of tens of thousands share their upper bits. */
const UPPER_BITS = 15;

/**
 * Where the keys begin that share their upper bits, by these bits, and last how many keys there are. `keys` are ascending, so the next
 * entry says where they end. A model that ships has this ready: to work it out takes as long as to read a hundred posts.
 */
export function bucketsOf(keys: Int32Array): Int32Array {
  const buckets = new Int32Array(2 ** UPPER_BITS + 1);
  let bucket = 0;
  for (let index = 0; index < keys.length; index++) {
    for (const last = bucketOf(keys[index]!); bucket <= last; bucket++) buckets[bucket] = index;
  }
  buckets.fill(keys.length, bucket);
  return buckets;
}

const bucketOf = (key: number): number => (key >> (32 - UPPER_BITS)) + 2 ** (UPPER_BITS - 1);

/** Where the key stands among the keys; -1 where it does not. */
export function indexOfKey(key: number, keys: Int32Array, buckets: Int32Array): number {
  const bucket = bucketOf(key);
  for (let index = buckets[bucket]!; index < buckets[bucket + 1]!; index++) if (keys[index] === key) return index;
  return -1;
}
