import { writeReadme } from "./readme.ts";

await writeReadme("README.md", process.argv[2] ?? "");
