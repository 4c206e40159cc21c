// The seminar's pages, built into ../static, where the server finds them.
import { defineConfig } from "vite";
import { stamp } from "./stamp.js";

export default defineConfig({
  base: "/",
  plugins: [stamp()],
  build: {
    outDir: "../static",
    emptyOutDir: true,
    assetsInlineLimit: 0, // the server allows no data: addresses for scripts
    modulePreload: { polyfill: false },
    rolldownOptions: {
      output: { entryFileNames: "assets/[name]-[hash].js", assetFileNames: "assets/[name]-[hash][extname]" },
    },
  },
});
