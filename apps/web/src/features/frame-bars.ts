import { type ComponentType, lazy, type LazyExoticComponent } from 'react';

/** Something that stands above every page for those who have its permission; its code comes with the first of them. */
export interface FrameBar {
  readonly permission: string;
  readonly component: LazyExoticComponent<ComponentType>;
}

export const frameBars: readonly FrameBar[] = [
  {
    permission: 'stay.inspect',
    component: lazy(() => import('./break-glass/glass-bar').then(({ GlassBar }) => ({ default: GlassBar }))),
  },
  {
    permission: 'alert.handle',
    component: lazy(() => import('./alerts/alarm-bar').then(({ AlarmBar }) => ({ default: AlarmBar }))),
  },
];
