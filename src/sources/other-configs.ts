import { dirname, resolve } from "node:path";
import { nearestConfig } from "../config/find.ts";
import { shownPath } from "../config/paths.ts";
import type { Settings } from "../config/settings.ts";
import type { Io } from "../io/io.ts";
import { firstOf } from "../model/listing.ts";
import type { Note } from "../model/report.ts";
import { STANDARD_INPUT } from "./sources.ts";

/**
 * At most one note: a run has one configuration, and some drafts have another nearer by, which a person may believe counts for them.
 * `names` are those of sources.
 */
export async function otherConfigs(
  io: Io,
  names: readonly string[],
  { configs }: Pick<Settings, "configs">,
): Promise<readonly Note[]> {
  if (configs === null) return [];
  const folders = new Set(
    names.filter((name) => name !== STANDARD_INPUT).map((name) => dirname(resolve(io.cwd, name))),
  );
  const nearest = await Promise.all([...folders].map((folder) => nearestConfig(io, folder)));
  const others = [...new Set(nearest)].filter((path) => path !== null && !configs.includes(path)) as string[];
  return others.length === 0 ? [] : [{ source: null, message: sayThat(io, others, configs) }];
}

function sayThat({ cwd }: Io, others: readonly string[], configs: readonly string[]): string {
  const shown = others.map((path) => shownPath(cwd, path)).sort();
  const [used] = configs;
  const instead =
    used === undefined ? "" : `, or say under overrides: of ${shownPath(cwd, used)} what is to hold for its drafts`;
  const one = shown.length === 1;
  return `${firstOf(shown)} ${one ? "stands" : "stand"} nearer to some drafts and ${one ? "was" : "were"} not used: a run has one configuration, that of the folder where it is started or the nearest above. Start postlint in the folder of ${one ? "the other" : "another"} to use it${instead}.`;
}
