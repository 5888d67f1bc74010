import tailwindcss from '@tailwindcss/vite';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

/** The server's default address; only the development server needs it. */
const API = process.env['PASSERELLE_API'] ?? 'http://127.0.0.1:4321';

// What is built is what people get, whoever asks: a test that builds must not leave React's slow half in it.
if (process.argv.includes('build')) process.env['NODE_ENV'] = 'production';

export default defineConfig({
  plugins: [react(), tailwindcss()],
  server: { host: '127.0.0.1', proxy: { '/api': API } },
  build: {
    // `light-dark()` in the tokens needs these or newer; older targets would get a rewritten, longer sheet.
    target: ['chrome123', 'firefox120', 'safari17.5'],
    // Fonts and pictures stay files: the content security policy allows no `data:` font.
    assetsInlineLimit: 0,
    chunkSizeWarningLimit: 700,
  },
});
