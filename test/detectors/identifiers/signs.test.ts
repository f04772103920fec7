import { readFileSync } from "node:fs";
import fc from "fast-check";
import { expect, test, vi } from "vitest";
import { parse } from "yaml";
import type { IdentifierKind } from "../../../src/detectors/identifiers/identifier-kind.ts";
import { identifiers } from "../../../src/detectors/identifiers/index.ts";
import { fitted } from "../../../src/model/fitted.ts";
import { fold } from "../../../src/prepare/fold.ts";

const gates = vi.hoisted((): { readonly signs: readonly RegExp[]; readonly find: IdentifierKind["find"] }[] => []);

vi.mock(import("../../../src/detectors/identifiers/candidates.ts"), async (load) => {
  const candidates = await load();
  return {
    ...candidates,
    onlyWhere: (signs: RegExp | readonly RegExp[], make: () => IdentifierKind["find"]) => {
      gates.push({ signs: [signs].flat(), find: candidates.whenNeeded(make) });
      return candidates.onlyWhere(signs, make);
    },
  };
});

/** What rules that ask for identifiers give as examples, without their marks. */
const examples = ["confidential-identifiers", "official-security", "privacy"].flatMap((pack) => {
  const rules = parse(readFileSync(`rules/hee-social-media/${pack}.yaml`, "utf8"), { merge: true }) as readonly {
    readonly examples: { readonly breach: readonly unknown[]; readonly fine: readonly unknown[] };
  }[];
  return rules.flatMap(({ examples: { breach, fine } }) =>
    [...breach, ...fine].flatMap((text) => (typeof text === "string" ? [text.replaceAll(/\[\[|\]\]/gu, "")] : [])),
  );
});

/** Written otherwise: letters of other alphabets and cases, marks for letters, digits for digits. */
const strange = fc.constantFrom("ſ", "ſ", "K", "É", "ñ", "Ł", "ß", "-", "'", "’", ".", "/", "0", "7", " ", "A", "e");

test("no hit of an identifier lacks the sign without which it is not looked for", () => {
  expect(Object.keys(identifiers).length).toBeGreaterThan(20);
  expect(gates.length).toBeGreaterThan(20);
  const hits = new Set<number>();
  const look = (text: string) => {
    gates.forEach(({ signs, find }, gate) => {
      if (find(text).length === 0) return;
      hits.add(gate);
      for (const sign of signs) expect(fitted(sign, text).test(text), `${sign} in ${text}`).toBe(true);
    });
  };
  for (const text of examples) look(fold(text).text);
  fc.assert(
    fc.property(
      fc.constantFrom(...examples),
      fc.array(fc.tuple(fc.nat(), strange), { minLength: 1, maxLength: 3 }),
      (example, changes) => {
        const units = [...example];
        for (const [at, letter] of changes) units[at % units.length] = letter;
        look(fold(units.join("")).text);
      },
    ),
    { numRuns: 3000 },
  );
  expect(hits.size).toBeGreaterThan(15);
});
