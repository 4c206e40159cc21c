// The handout: one file with its scripts and styles inside, beside the seminar's pages.
import { defineConfig } from "vite";
import { viteSingleFile } from "vite-plugin-singlefile";

export default defineConfig({
  base: "./",
  plugins: [viteSingleFile()],
  build: {
    outDir: "../static",
    emptyOutDir: false,
    rolldownOptions: { input: "handout.html" },
  },
});
