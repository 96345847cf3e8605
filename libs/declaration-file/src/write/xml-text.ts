/** A text as XML holds it: characters that XML cannot hold are left out, nothing in it can end an element. */
export function xmlText(text: string): string {
  return text
    .normalize('NFC')
    .replace(/[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]|\p{Surrogate}/gu, '')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}

/** A cell that holds a text and is never taken for a formula. */
export const textCell = (reference: string, text: string, style: number, prefix = ''): string =>
  text === ''
    ? `<${prefix}c r="${reference}" s="${style}"/>`
    : `<${prefix}c r="${reference}" s="${style}" t="inlineStr"><${prefix}is><${prefix}t xml:space="preserve">${xmlText(text)}</${prefix}t></${prefix}is></${prefix}c>`;
