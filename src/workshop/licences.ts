import { readFileSync } from "node:fs";

interface Locked {
  readonly version?: string;
  readonly license?: string;
  readonly dev?: boolean;
  readonly optional?: boolean;
}

/**
 * Lists what is installed with postlint, with its licence, as the lock file has it. Ends with 1 where a licence is missing or asks more
 * of a user than to keep its notice.
 */
const lock = JSON.parse(readFileSync("package-lock.json", "utf8")) as { readonly packages: Record<string, Locked> };
const PERMISSIVE =
  /^(?:MIT|ISC|0BSD|BSD(?:-[23]-Clause)?|Apache-2\.0|BlueOak-1\.0\.0|MPL-2\.0|CC0-1\.0|Unlicense|Zlib|Python-2\.0)$/;

const installed = Object.entries(lock.packages).filter(([path, { dev }]) => path !== "" && dev !== true);
const rows = installed.map(([path, { version = "?", license = "none given" }]) => ({
  name: path.slice(path.lastIndexOf("node_modules/") + "node_modules/".length),
  version,
  license,
}));
for (const { name, version, license } of rows) console.log(`${name}@${version}`.padEnd(40), license);

const isFit = (license: string): boolean =>
  license
    .replace(/[()]/g, "")
    .split(" OR ")
    .some((choice) => choice.split(" AND ").every((one) => PERMISSIVE.test(one)));
const unfit = rows.filter(({ license }) => !isFit(license));
if (unfit.length > 0) console.error(`To be looked at: ${unfit.map(({ name }) => name).join(", ")}`);
process.exitCode = unfit.length === 0 ? 0 : 1;
