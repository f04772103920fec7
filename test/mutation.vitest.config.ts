import { defineConfig } from "vitest/config";

/** The unit tables of judging, scanning and preparation, which load no shipped rule: what mutants of those rooms are run against. */
export default defineConfig({
  test: {
    root: new URL("..", import.meta.url).pathname,
    include: ["test/{judge,scan,prepare}/**/*.test.ts"],
    exclude: ["test/scan/shipped.test.ts"],
    setupFiles: ["test/seed.ts"],
  },
});
