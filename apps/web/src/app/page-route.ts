import { lazyRouteComponent } from '@tanstack/react-router';
import type { ComponentType } from 'react';
import { i18n } from '../i18n/i18n';

declare module '@tanstack/react-router' {
  interface StaticDataRouteOption {
    /** Who may see the page; the frame shows `NoRight` to others. */
    readonly permission?: string;
  }
}

/**
 * What the route of a page is made of: code and texts come when somebody goes there.
 * @param feature the folder below features, which is also the namespace of its texts; and other namespaces it shows
 */
export function pageRoute<Name extends string>(
  feature: string | readonly string[],
  load: () => Promise<Record<Name, ComponentType>>,
  name: Name,
  permission?: string,
) {
  return {
    component: lazyRouteComponent(load, name),
    beforeLoad: async () => {
      await i18n.loadNamespaces(feature);
    },
    staticData: permission === undefined ? {} : { permission },
  };
}
