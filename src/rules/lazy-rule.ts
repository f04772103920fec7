import type { Finder, FindSpec } from "../detectors/detector.ts";
import { once } from "../model/once.ts";
import type { RuleCard } from "../model/rule.ts";
import { withContacts } from "./contacts.ts";
import type { RuleData } from "./rule-data.ts";
import type { Rule } from "./ruleset.ts";

type Compile = (find: FindSpec) => Finder;

/** A rule that is read, and whose finders are made, when a post first comes close to it. A class, as a run makes hundreds and needs few. */
export class LazyRule implements Rule {
  readonly #read: () => RuleData;
  readonly #contacts: Readonly<Record<string, string>>;
  readonly #compile: Compile;
  #data: RuleData | undefined;
  #card: RuleCard | undefined;
  #finder: Finder | undefined;
  #branches: readonly (() => Finder)[] | undefined;
  #exceptions: readonly Finder[] | undefined;

  constructor(read: () => RuleData, contacts: Readonly<Record<string, string>>, compile: Compile) {
    this.#read = read;
    this.#contacts = contacts;
    this.#compile = compile;
  }

  /** As it was read. */
  get #its(): RuleData {
    this.#data ??= this.#read();
    return this.#data;
  }

  get card(): RuleCard {
    this.#card ??= withContacts(this.#its.card, this.#contacts);
    return this.#card;
  }

  get spec(): FindSpec {
    return this.#its.find;
  }

  get finder(): Finder {
    this.#finder ??= this.#compile(this.spec);
    return this.#finder;
  }

  get branches(): readonly (() => Finder)[] {
    this.#branches ??= branchesOf(this.spec).map((find) => once(() => this.#compile(find)));
    return this.#branches;
  }

  get exceptions(): readonly Finder[] {
    this.#exceptions ??= this.exceptionSpecs.map(this.#compile);
    return this.#exceptions;
  }

  get exceptionSpecs(): readonly FindSpec[] {
    return this.#its.unless;
  }

  get passage(): Rule["passage"] {
    return this.#its.passage;
  }

  get anyLanguage(): boolean {
    return this.#its.anyLanguage;
  }

  get doubtable(): boolean {
    return this.#its.doubtable;
  }

  get rewrites(): Rule["rewrites"] {
    return this.#its.rewrites;
  }

  get examples(): Rule["examples"] {
    return this.#its.examples;
  }

  get at(): Rule["at"] {
    return this.#its.at;
  }
}

function branchesOf(find: FindSpec): readonly FindSpec[] {
  const isAny = typeof find === "object" && find.any !== undefined && find.unless === undefined;
  return isAny ? (find.any as FindSpec[]).flatMap(branchesOf) : [find];
}
