import { readFileSync } from "node:fs";
import { HOME } from "./memory-io.ts";

/** A rule set small enough to know by heart: one rule for each level, and one that masks what it finds. */
export const HOUSE_RULES = {
  "ruleset.yaml": `name: house
version: "1"
policy:
  title: House policy
  publisher: The House
  published: 2020-01-01
  clauses:
    - id: P2
      title: Disrepute
      summary: Nothing that harms the name of the House.
      citation: Section 1, point 2
    - id: P3
      title: Confidence
      summary: What is confidential stays so.
      citation: Section 1, point 3
      gross_misconduct: true
contacts:
  communications: the press office
`,
  "house.yaml": `- id: confidential/marking
  clauses: [P3]
  level: error
  confidence: certain
  message: '"{match}" marks what is not for publication.'
  advice: Leave it out.
  find: { terms: [=TOP-SECRET] }
  examples:
    breach: ["This is [[TOP-SECRET]].", "[[TOP-SECRET]]: do not share"]
    fine: ["No secret here.", "At the top"]
- id: confidential/code-name
  clauses: [P3, P2]
  level: error
  confidence: certain
  message: '"{match}" is a code name.'
  advice: Leave it out.
  mask: true
  suppressible: false
  find: { terms: [=bluebottle] }
  examples:
    breach: ["Operation [[bluebottle]] begins.", "[[bluebottle]] is go"]
    fine: ["A blue bottle.", "Bottled up"]
- id: conduct/grumble
  clauses: [P2]
  level: warning
  confidence: likely
  message: '"{match}" is a grumble.'
  advice: Sleep on it.
  find: { terms: [=dodgy] }
  examples:
    breach: ["Their work is [[dodgy]].", "All a bit [[dodgy]]"]
    fine: ["We dodge the rain.", "Dodge City"]
- id: practice/shouting
  clauses: []
  level: suggestion
  confidence: likely
  message: '"{match}" shouts.'
  advice: Say it calmly.
  find: { terms: [=WOW] }
  examples:
    breach: ["[[WOW]] what a day", "Oh [[WOW]]"]
    fine: ["We now know.", "A vow"]
`,
} as const;

const shipped = (path: string): string => readFileSync(new URL(`../${path}`, import.meta.url), "utf8");

/** The files of a package that ships with the house's rules. */
export const HOUSE_PACKAGE: Readonly<Record<string, string>> = {
  [`${HOME}/package.json`]: '{ "name": "postlint", "version": "9.9.9" }',
  [`${HOME}/rules/headings.yaml`]: shipped("rules/headings.yaml"),
  [`${HOME}/rules/hee-social-media/ruleset.yaml`]: HOUSE_RULES["ruleset.yaml"],
  [`${HOME}/rules/hee-social-media/house.yaml`]: HOUSE_RULES["house.yaml"],
};
