import { useSyncExternalStore } from 'react';

const ON_PAPER = 'print';
let asked = false;

function subscribe(changed: () => void): () => void {
  const media = matchMedia(ON_PAPER);
  const note = ({ type }: Event): void => {
    asked = type === 'beforeprint';
    changed();
  };
  addEventListener('beforeprint', note);
  addEventListener('afterprint', note);
  media.addEventListener('change', changed);
  return () => {
    removeEventListener('beforeprint', note);
    removeEventListener('afterprint', note);
    media.removeEventListener('change', changed);
  };
}

/** Whether the page is on its way to paper. */
export const usePrinting = (): boolean => useSyncExternalStore(subscribe, () => asked || matchMedia(ON_PAPER).matches);
