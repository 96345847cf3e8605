import {
  Autocomplete,
  createTheme,
  defaultVariantColorsResolver,
  Input,
  type MantineColorsTuple,
  parseThemeColor,
} from '@mantine/core';

const pine: MantineColorsTuple = [
  '#e8f7f3',
  '#d3ece5',
  '#a6d8ca',
  '#75c3ae',
  '#4db296',
  '#33a787',
  '#20906f',
  '#0f7259',
  '#0b5d4f',
  '#06483d',
];

export const theme = createTheme({
  colors: { pine },
  primaryColor: 'pine',
  primaryShade: { light: 8, dark: 3 },
  autoContrast: true,
  // Filled things are dark on a light page and light on a dark one; what stands on them must change with that (app.css).
  variantColorResolver: (input) => {
    const resolved = defaultVariantColorsResolver(input);
    const { isThemeColor, shade } = parseThemeColor({ color: input.color, theme: input.theme });
    const changes = input.variant === 'filled' && isThemeColor && shade === undefined;
    return changes ? { ...resolved, color: 'var(--luutru-on-filled)' } : resolved;
  },
  luminanceThreshold: 0.32,
  fontFamily: 'system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", "Open Sans", sans-serif',
  headings: { fontWeight: '650' },
  defaultRadius: 'md',
  cursorType: 'pointer',
  respectReducedMotion: true,
  focusRing: 'auto',
  components: {
    // Inside their landmark, where screen readers look for them.
    Autocomplete: Autocomplete.extend({ defaultProps: { comboboxProps: { withinPortal: false } } }),
    // A dialog's header is none of the page. Without `Modal.extend`: dialogs are not part of what a clerk has to load first.
    Modal: { defaultProps: { attributes: { header: { role: 'presentation' } } } },
    // Hints stand under their field, where the eye is after typing.
    InputWrapper: Input.Wrapper.extend({
      defaultProps: { inputWrapperOrder: ['label', 'input', 'description', 'error'] },
    }),
  },
});
