import type { ArtifactLocation, Location, LogicalLocation, Region } from "sarif";
import type { Passage } from "../../model/finding.ts";
import type { Post, Source } from "../../model/post.ts";
import { extentOf, sourceOf } from "../../prepare/lines.ts";
import type { Mask } from "../parts/mask.ts";
import { placeWithin } from "../parts/place.ts";
import { repositoryPath, uriOf } from "../parts/repository-path.ts";
import { visible } from "../parts/visible.ts";

/** The name that code scanning knows for the top of a repository. */
export const TOP = "%SRCROOT%";

/** A file relative to the top of the repository. Standard input is named by a description, as it has no path. */
export function artifactOf(file: string, under: string): ArtifactLocation {
  if (file === "-") return { uri: "-", description: { text: "standard input" } };
  const uri = uriOf(repositoryPath(file, under));
  return uri.startsWith("../") ? { uri } : { uri, uriBaseId: TOP };
}

/** Where a problem or a note belongs. */
export function locationOf(source: Source, under: string): Location {
  const { file, line } = source;
  const region = line === null ? {} : { region: { startLine: line } };
  return {
    physicalLocation: { artifactLocation: artifactOf(file, under), ...region },
    ...someLogical(withinFile(source)),
  };
}

/** Where a passage stands: the file and line, and what a spreadsheet or a list of posts calls the place. */
export function passageLocation(post: Post, passage: Passage, mask: Mask, under: string): Location {
  const region = regionOf(post, passage, mask);
  return {
    physicalLocation: { artifactLocation: artifactOf(post.source.file, under), ...(region === null ? {} : { region }) },
    ...someLogical([...withinFile(sourceOf(post, passage)), ...nameOf(post, mask), ...fieldOf(passage)]),
  };
}

/** Null where the source has no lines. The snippet is the passage, and comes only where the region is exactly that. */
export function regionOf(post: Post, passage: Passage, mask: Mask): Region | null {
  const { start, end } = extentOf(post, passage);
  if (start.line === null) return null;
  if (start.column === null || end.line === null || end.column === null) {
    return { startLine: start.line, ...(end.line === null || end.line === start.line ? {} : { endLine: end.line }) };
  }
  const place = { startLine: start.line, startColumn: start.column, endLine: end.line, endColumn: end.column };
  if (passage.span === null) return place;
  return { ...place, snippet: { text: mask.passage(passage.field, passage.span) } };
}

const someLogical = (logical: readonly LogicalLocation[]) =>
  logical.length === 0 ? {} : { logicalLocations: [...logical] };

/** `july.xlsx!Week 29!D12`, as a formula names it. */
function withinFile(source: Source): readonly LogicalLocation[] {
  const within = placeWithin(source);
  if (within === null) return [];
  const whole = [source.file, within.sheet, within.name].filter((part) => part !== null).join("!");
  return [{ name: within.name, fullyQualifiedName: visible(whole), kind: within.kind }];
}

const nameOf = (post: Post, mask: Mask): readonly LogicalLocation[] =>
  post.named ? [{ name: visible(mask.hide(post.id)), kind: "post" }] : [];

const fieldOf = ({ field }: Passage): readonly LogicalLocation[] =>
  field === "text" ? [] : [{ name: visible(field), kind: "field" }];
