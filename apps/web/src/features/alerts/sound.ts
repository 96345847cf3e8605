import { useSyncExternalStore } from 'react';

const KEY = 'luutru.desk-sound';
const listeners = new Set<() => void>();
let audio: AudioContext | null = null;

const isOn = (): boolean => localStorage.getItem(KEY) !== 'off';

const subscribe = (listener: () => void): (() => void) => {
  listeners.add(listener);
  return () => listeners.delete(listener);
};

export const useSound = (): boolean => useSyncExternalStore(subscribe, isOn);

/** Remembered in this browser: the desk of a room is loud or quiet, whoever is on duty. */
export function switchSound(on: boolean): void {
  localStorage.setItem(KEY, on ? 'on' : 'off');
  for (const listener of listeners) listener();
  if (on) alarm();
}

// Browsers let a page be heard only once somebody has touched it.
for (const event of ['pointerdown', 'keydown']) {
  window.addEventListener(event, () => void audio?.resume(), { passive: true, capture: true });
}

/** Two short tones, the second higher; nothing when the sound is off. */
export function alarm(): void {
  if (!isOn()) return;
  audio ??= new AudioContext();
  void audio.resume();
  [660, 880].forEach((frequency, at) => tone(audio as AudioContext, frequency, at * 0.22));
}

function tone(context: AudioContext, frequency: number, after: number): void {
  const start = context.currentTime + after;
  const [oscillator, gain] = [context.createOscillator(), context.createGain()];
  oscillator.frequency.value = frequency;
  gain.gain.setValueAtTime(0.0001, start);
  gain.gain.exponentialRampToValueAtTime(0.3, start + 0.02);
  gain.gain.exponentialRampToValueAtTime(0.0001, start + 0.2);
  oscillator.connect(gain).connect(context.destination);
  oscillator.start(start);
  oscillator.stop(start + 0.21);
}
