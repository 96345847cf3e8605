import { type RefObject, useEffect, useRef } from 'react';
import { scanWithin } from './read-scan';

type TextField = HTMLInputElement | HTMLTextAreaElement;

const isTextField = (element: Element | null): element is TextField =>
  element instanceof HTMLTextAreaElement || element instanceof HTMLInputElement;

/**
 * Listens for scanners that type what they read, wherever the focus is. With the focus on no field, what is typed goes to
 * the scan field. A scan that landed in another field is taken out of it again at the Enter that ends it.
 */
export function useScanner(scanField: RefObject<HTMLInputElement | null>, onScan: (text: string) => void): void {
  const take = useRef(onScan);
  take.current = onScan;
  useEffect(() => {
    const onKey = (event: KeyboardEvent): void => {
      const field = scanField.current;
      const focused = document.activeElement;
      if (!field || focused === field || event.ctrlKey || event.metaKey || event.altKey) return;
      if (isTextField(focused)) {
        if (event.key !== 'Enter') return;
        const at = scanWithin(focused.value);
        if (at < 0) return;
        const scan = focused.value.slice(at);
        event.preventDefault();
        event.stopPropagation();
        writeBack(focused, focused.value.slice(0, at));
        take.current(scan);
      } else if (event.key.length === 1 && event.key !== ' ' && !isChoice(focused) && !dialogOpen()) {
        // The key arrives in the field, because it has the focus before the browser acts on it.
        field.focus();
      }
    };
    document.addEventListener('keydown', onKey, { capture: true });
    return () => document.removeEventListener('keydown', onKey, { capture: true });
  }, [scanField]);
}

/** Lists and menus choose by letters themselves. */
const isChoice = (element: Element | null): boolean =>
  element instanceof HTMLSelectElement || element?.closest('[role="menu"], [role="listbox"]') !== null;

const dialogOpen = (): boolean => document.querySelector('[role="dialog"]') !== null;

/** As if the person had deleted it, so that the component that owns the field knows. */
function writeBack(field: TextField, value: string): void {
  const prototype = field instanceof HTMLInputElement ? HTMLInputElement.prototype : HTMLTextAreaElement.prototype;
  Object.getOwnPropertyDescriptor(prototype, 'value')?.set?.call(field, value);
  field.dispatchEvent(new Event('input', { bubbles: true }));
}
