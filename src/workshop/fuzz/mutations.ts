import fc, { type Arbitrary } from "fast-check";

/** A change to a run of bytes; places are shares of its length in 1/65536, so that any edit fits any seed. */
type Edit =
  | { readonly kind: "insert"; readonly at: number; readonly bytes: Uint8Array }
  | { readonly kind: "cut"; readonly at: number; readonly length: number }
  | { readonly kind: "put"; readonly at: number; readonly byte: number }
  | { readonly kind: "repeat"; readonly at: number; readonly length: number; readonly times: number }
  | { readonly kind: "end"; readonly at: number };

/**
 * Bytes that come close to a format, so that its corners are met and not only its first refusal: whole files with a few
 * edits, pieces of the format in any order, and now and then bytes that mean nothing.
 */
export function nearly(seeds: readonly Uint8Array[], pieces: readonly string[]): Arbitrary<Uint8Array> {
  const piece = fc.constantFrom(...pieces).map((words) => encoder.encode(words));
  const edited = fc
    .tuple(fc.constantFrom(...seeds), fc.array(edits(piece), { minLength: 1, maxLength: 6 }))
    .map(([seed, changes]) => changes.reduce(applied, seed));
  const composed = fc.array(piece, { maxLength: 20 }).map((parts) => Buffer.concat(parts));
  return fc.oneof(
    { weight: 5, arbitrary: edited },
    { weight: 4, arbitrary: composed },
    { weight: 1, arbitrary: fc.uint8Array({ maxLength: 60 }) },
  );
}

/** The same for text, whose letters stay whole. */
export const nearlyText = (seeds: readonly string[], pieces: readonly string[]): Arbitrary<string> =>
  nearly(seeds.map(bytesOf), pieces).map((bytes) => decoder.decode(bytes));

export const bytesOf = (text: string): Uint8Array => encoder.encode(text);

const encoder = new TextEncoder();
const decoder = new TextDecoder("utf-8", { ignoreBOM: true });

function edits(piece: Arbitrary<Uint8Array>): Arbitrary<Edit> {
  const at = fc.nat(0xffff);
  const length = fc.integer({ min: 1, max: 40 });
  return fc.oneof(
    { weight: 6, arbitrary: fc.record({ kind: fc.constant("insert" as const), at, bytes: piece }) },
    { weight: 3, arbitrary: fc.record({ kind: fc.constant("cut" as const), at, length }) },
    { weight: 3, arbitrary: fc.record({ kind: fc.constant("put" as const), at, byte: fc.nat(0xff) }) },
    {
      weight: 1,
      arbitrary: fc.record({
        kind: fc.constant("repeat" as const),
        at,
        length,
        times: fc.integer({ min: 2, max: 30 }),
      }),
    },
    { weight: 1, arbitrary: fc.record({ kind: fc.constant("end" as const), at }) },
  );
}

function applied(bytes: Uint8Array, edit: Edit): Uint8Array {
  const at = Math.floor((edit.at * (bytes.length + 1)) / 0x1_0000);
  const [before, behind] = [bytes.subarray(0, at), bytes.subarray(at)];
  switch (edit.kind) {
    case "insert":
      return Buffer.concat([before, edit.bytes, behind]);
    case "cut":
      return Buffer.concat([before, behind.subarray(edit.length)]);
    case "put":
      return Buffer.concat([before, Uint8Array.of(edit.byte), behind.subarray(1)]);
    case "repeat":
      return Buffer.concat([before, ...Array(edit.times).fill(behind.subarray(0, edit.length)), behind]);
    case "end":
      return before;
    default:
      return edit satisfies never;
  }
}
