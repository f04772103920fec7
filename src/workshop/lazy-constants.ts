import { type Edit, type Node, nodesIn, treeOf, withEdits } from "./syntax.ts";

/**
 * The program with patterns, sets and maps that it keeps as constants made when they are first needed, not when it is loaded: a draft needs
 * few of the several hundred, and to make them all takes longer than to check one. Left alone are constants that could be told from
 * their lazy twins: made of what is not known to be pure, or named like something else in the program.
 */
export function withLazyConstants(code: string): string {
  const program = treeOf(code);
  const known = topLevelConstants(program);
  const bindings = bindingsIn(program);
  const lazy = new Map(
    [...known].filter(([name, { init }]) => bindings.get(name) === 1 && isCostly(init) && isPure(init, known)),
  );
  const edits: Edit[] = [];
  for (const [name, { init }] of lazy)
    edits.push({ at: init.start, end: init.start, text: `() => ${keeperOf(name)} ??= ` });
  for (const { name, end, isShorthand } of referencesIn(program)) {
    if (lazy.has(name)) edits.push({ at: end, end, text: isShorthand ? `: ${name}()` : "()" });
  }
  // Declared with var, which may stand at the end.
  const values = lazy.size === 0 ? "" : `\nvar ${[...lazy.keys()].map(keeperOf).join(", ")};\n`;
  return withEdits(code, edits) + values;
}

const keeperOf = (name: string): string => `${name}$value`;

type Constants = ReadonlyMap<string, { readonly init: Node }>;

function topLevelConstants(program: Node): Constants {
  const constants = new Map<string, { init: Node }>();
  for (const statement of program.body as Node[]) {
    if (statement.type !== "VariableDeclaration" || statement.kind !== "const") continue;
    for (const { id, init } of statement.declarations as { id: Node; init: Node }[]) {
      if (id.type === "Identifier") constants.set(id.name as string, { init });
    }
  }
  return constants;
}

/** What takes time to make: not a string, a number or a function. */
const isCostly = (made: Node): boolean => isPattern(made) || made.type === "NewExpression";
const isPattern = (node: Node): boolean => node.type === "Literal" && node.regex !== undefined;

const PURE_CLASSES = new Set(["RegExp", "Set", "Map"]);
/** They take from what they are called on, and change nothing; what functions they are given must be written on the spot. */
const PURE_METHODS = new Set(
  "raw split join map filter flatMap flat slice concat entries keys values fromEntries match trim toLowerCase from".split(
    " ",
  ),
);
const PURE_GLOBALS = new Set(["String", "Object", "Array"]);

/** Whether it may be made later, or twice, and nobody could tell. */
function isPure(node: Node | null, known: Constants): boolean {
  const all = (...nodes: unknown[]) => nodes.flat().every((part) => isPure(part as Node | null, known));
  if (node === null) return true;
  switch (node.type) {
    case "Literal":
    case "TemplateElement":
    case "ArrowFunctionExpression":
      return true;
    case "Identifier":
      return known.has(node.name as string) || PURE_GLOBALS.has(node.name as string);
    case "TemplateLiteral":
      return all(node.expressions);
    case "TaggedTemplateExpression":
      return all(node.tag, node.quasi);
    case "ArrayExpression":
      return all(node.elements);
    case "ObjectExpression":
      return all(node.properties);
    case "Property":
      return node.kind === "init" && all(node.computed === true ? node.key : null, node.value);
    case "SpreadElement":
    case "UnaryExpression":
      return all(node.argument);
    case "BinaryExpression":
      return all(node.left, node.right);
    case "MemberExpression":
      return all(node.object, node.computed === true ? node.property : null);
    case "CallExpression":
      return isPureCall(node.callee as Node) && all(node.callee, node.arguments);
    case "NewExpression":
      return PURE_CLASSES.has((node.callee as Node).name as string) && all(node.arguments);
    default:
      return false;
  }
}

const isPureCall = (callee: Node): boolean =>
  callee.type === "MemberExpression" && PURE_METHODS.has((callee.property as Node).name as string);

/** How often each name is given to something. */
function bindingsIn(program: Node): Map<string, number> {
  const bindings = new Map<string, number>();
  const bind = (pattern: Node | null) => {
    if (pattern === null) return;
    if (pattern.type === "Identifier") {
      const name = pattern.name as string;
      bindings.set(name, (bindings.get(name) ?? 0) + 1);
    } else if (pattern.type === "Property") bind(pattern.value as Node);
    else if (pattern.type === "AssignmentPattern") bind(pattern.left as Node);
    else if (pattern.type === "RestElement") bind(pattern.argument as Node);
    else for (const part of [pattern.elements, pattern.properties].flat()) bind((part as Node | undefined) ?? null);
  };
  for (const { node } of nodesIn(program)) {
    if (node.type === "VariableDeclarator") bind(node.id as Node);
    else if (/Function/u.test(node.type)) for (const part of [node.id, node.params].flat()) bind(part as Node | null);
    else if (node.type.startsWith("Class") && node.type !== "ClassBody") bind(node.id as Node | null);
    else if (node.type === "CatchClause") bind(node.param as Node | null);
  }
  return bindings;
}

interface Reference {
  readonly name: string;
  readonly end: number;
  /** `{ NAME }` in an object. */
  readonly isShorthand: boolean;
}

function* referencesIn(program: Node): Generator<Reference> {
  for (const { node, parent, role } of nodesIn(program)) {
    if (node.type !== "Identifier" || parent === null) continue;
    const isName = /^(?:Member|MetaProperty)/u.test(parent.type)
      ? role === "property" && parent.computed !== true
      : /^(?:Property|MethodDefinition|PropertyDefinition)$/u.test(parent.type)
        ? role === "key" && parent.computed !== true
        : role === "id" || role === "label";
    if (!isName) {
      const isShorthand = parent.type === "Property" && parent.shorthand === true;
      yield { name: node.name as string, end: node.end, isShorthand };
    }
  }
}
