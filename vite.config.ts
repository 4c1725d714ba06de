import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

/** The viewer is served by the API from `dist/viz`. Nothing is inlined: the page runs under `script-src 'self'; style-src 'self'; font-src 'self'`. */
export default defineConfig({
  root: 'viz',
  base: '/',
  plugins: [react()],
  build: {
    outDir: '../dist/viz',
    emptyOutDir: true,
    target: 'chrome108',
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    chunkSizeWarningLimit: 700,
  },
});
