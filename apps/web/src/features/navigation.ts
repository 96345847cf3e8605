import type { NavigationItem } from '../app/navigation';

/** The navigation, from top to bottom; each person sees of it what they may use. */
export const navigation: readonly NavigationItem[] = [];
