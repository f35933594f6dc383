import tailwindcss from "@tailwindcss/vite";
import react from "@vitejs/plugin-react";
import { defineConfig } from "vitest/config";
import { emacsBindings } from "./vite/emacs-bindings.ts";
import { themeBoot } from "./vite/theme-boot.ts";

const api = process.env["API_URL"] ?? "http://127.0.0.1:8080";
// The browser keeps seeing one origin, which is what the server insists on.
const proxy = { "/api": { target: api, ws: true, changeOrigin: false } };

export default defineConfig({
  plugins: [react(), tailwindcss(), themeBoot(), emacsBindings()],
  build: {
    target: "es2022",
    // Inlined scripts and fonts would need a weaker content security policy than the server sends.
    assetsInlineLimit: 0,
    chunkSizeWarningLimit: 800,
  },
  server: { proxy },
  preview: { proxy },
  test: {
    include: ["src/**/*.test.ts", "dev/**/*.test.mjs"],
    environment: "node",
  },
});
