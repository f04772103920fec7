import { readFileSync } from "node:fs";
import fc, { type Arbitrary } from "fast-check";
import { openArchive } from "../../containers/archive.ts";
import { bytesOf, nearly } from "./mutations.ts";
import { mustReadWhole } from "./readings.ts";
import type { Target } from "./target.ts";
import { stored } from "./zip.ts";

type Parts = ReadonlyMap<string, Uint8Array>;

/**
 * A reader of zip packages. A change to compressed bytes hardly ever gets past the check sum, so most inputs are packages
 * whose parts were changed before they were packed.
 */
export async function packageTarget(
  name: string,
  seed: string | Uint8Array,
  own: readonly string[],
): Promise<Target<Uint8Array>> {
  const bytes = typeof seed === "string" ? readFileSync(new URL(`../../../fixtures/${seed}`, import.meta.url)) : seed;
  const parts = await partsOf(bytes);
  const inside = repacked(parts, [...own, ...XML]);
  const outside = nearly([bytes, stored(parts)], ["PK\u0003\u0004", "PK\u0005\u0006", "\u0000", "a"]);
  return {
    inputs: fc.oneof({ weight: 4, arbitrary: inside }, { weight: 1, arbitrary: outside }),
    run: (content) => mustReadWhole(name, content, 65_536),
  };
}

const XML = [
  ...'<|>|&|</|/>|&amp;|&#0;|&#x1F385;|&lol;|<!-- x -->|<![CDATA[|]]>|<?x?>|\u0000|\ufffe|"| x="1"|é'.split("|"),
  '<!DOCTYPE a [<!ENTITY lol "lollollol">]>',
  '<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]>',
];

/** One part or two with other content, or none of that name. */
function repacked(parts: Parts, pieces: readonly string[]): Arbitrary<Uint8Array> {
  const names = [...parts.keys()];
  const changed = names.map((name) =>
    nearly([parts.get(name)!], pieces).map((bytes): readonly [string, Uint8Array | null] => [name, bytes]),
  );
  const gone = fc.constantFrom(...names).map((name): readonly [string, null] => [name, null]);
  const change = fc.oneof(...changed.map((arbitrary) => ({ weight: 3, arbitrary })), { weight: 1, arbitrary: gone });
  return fc.array(change, { minLength: 1, maxLength: 2 }).map((changes) => {
    const all = new Map(parts);
    for (const [name, bytes] of changes) bytes === null ? all.delete(name) : all.set(name, bytes);
    return stored(all);
  });
}

async function partsOf(bytes: Uint8Array): Promise<Parts> {
  const archive = await openArchive(bytes, 10_000_000);
  const parts = new Map<string, Uint8Array>();
  for (const name of archive.names) parts.set(name, (await archive.read(name)) ?? bytesOf(""));
  return parts;
}
