import { resolve } from 'node:path';
import presetMantine from 'postcss-preset-mantine';
import { defineConfig } from 'vite';
import { compressed } from './build/compress-plugin.mts';
import { precacheList } from './build/service-worker-plugin.mts';

const root = import.meta.dirname;
const project = resolve(root, '../..');
const BASE = '/app/';

export default defineConfig({
  root,
  base: BASE,
  appType: 'spa',
  plugins: [precacheList(BASE), compressed()],
  resolve: {
    alias: {
      '@luutru/client': resolve(project, 'sdk/typescript/src/index.ts'),
      '@luutru/identity-document': resolve(project, 'libs/identity-document/src/index.ts'),
      '@luutru/stay-life': resolve(project, 'libs/declaration/src/domain/stay-life.ts'),
      '@luutru/calendar': resolve(project, 'libs/calendar/src/index.ts'),
    },
  },
  // The server replaces it by a fresh one in every answer; components' styles take it over (src/app/style-nonce.ts).
  html: { cspNonce: '__STYLE_NONCE__' },
  css: { postcss: { plugins: [presetMantine()] } },
  build: {
    outDir: '../../dist/web',
    emptyOutDir: true,
    target: ['chrome109', 'safari16', 'firefox115'],
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    // The map, which comes when it is looked at; what a clerk loads first is held by test/web/first-load.spec.ts.
    chunkSizeWarningLimit: 1_200,
    rollupOptions: {
      input: { index: resolve(root, 'index.html'), sw: resolve(root, 'src/service-worker/service-worker.ts') },
      // Components say "use client", which means nothing here.
      onwarn: (warning, warn) => void (warning.code === 'MODULE_LEVEL_DIRECTIVE' || warn(warning)),
      output: {
        entryFileNames: ({ name }) => (name === 'sw' ? 'sw.js' : 'assets/[name]-[hash].js'),
        // The worker of the map is a ready-made module: compressed and served as the scripts that it is one of.
        assetFileNames: ({ names }) =>
          names.some((name) => name.endsWith('.mjs')) ? 'assets/[name]-[hash].js' : 'assets/[name]-[hash][extname]',
      },
    },
  },
  // Development: `npm run web:dev` beside a running API (npm run demo).
  server: {
    port: 5173,
    proxy: { '^/(v1|problems|docs|health|open-data)': process.env.LUUTRU_API ?? 'http://127.0.0.1:3000' },
  },
});
