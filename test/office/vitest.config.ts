import { defineConfig } from "vitest/config";

/** Apart from the other tests, since they need LibreOffice: `npm run test:office`. */
export default defineConfig({
  test: {
    root: new URL("../..", import.meta.url).pathname,
    include: ["test/office/*.office.ts"],
    testTimeout: 180_000,
    hookTimeout: 180_000,
  },
});
