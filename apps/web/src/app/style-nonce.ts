import { setNonce } from 'get-nonce';

// The attribute is hidden from style sheets by the browser; scripts of our own may read the property.
const nonce = document.querySelector<HTMLScriptElement>('script[nonce]')?.nonce ?? '';

/** What styles that components add to the page must carry, or the content security policy refuses them. */
export const styleNonce = (): string => nonce;

// Mantine's dialogs keep the page behind them from scrolling by a style of react-remove-scroll.
setNonce(nonce);
