declare module 'postcss-preset-mantine' {
  import type { Plugin } from 'postcss';
  const preset: () => Plugin;
  export default preset;
}
