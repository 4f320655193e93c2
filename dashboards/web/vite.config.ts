import react from "@vitejs/plugin-react";
import { defineConfig } from "vite";

// What the server sends is in dist/: index.html with a place for the nonce of the Content-Security-Policy, and assets/
// with the hash of their content in their names.
export default defineConfig({
  root: import.meta.dirname,
  plugins: [react()],
  build: {
    outDir: "dist",
    emptyOutDir: true,
    // Small files inside others would be data: addresses, which the policy has no room for beyond pictures.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    chunkSizeWarningLimit: 800,
    // What every screen needs comes in two files rather than twenty: libraries, which rarely change, and our own.
    rolldownOptions: {
      output: {
        codeSplitting: {
          groups: [
            { name: "libraries", tags: ["$initial"], test: /node_modules/, priority: 2 },
            { name: "frame", tags: ["$initial"], priority: 1 },
          ],
        },
      },
    },
  },
});
