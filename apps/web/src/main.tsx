import '@mantine/core/styles.css';
import '@mantine/notifications/styles.css';
import './app/app.css';
import { localStorageColorSchemeManager, MantineProvider } from '@mantine/core';
import { Notifications } from '@mantine/notifications';
import { QueryClientProvider } from '@tanstack/react-query';
import { RouterProvider } from '@tanstack/react-router';
import { StrictMode, Suspense } from 'react';
import { createRoot } from 'react-dom/client';
import { queryClient } from './api/query-client';
import { router } from './app/router';
import { keepShell } from './app/service-worker';
import { styleNonce } from './app/style-nonce';
import { theme } from './app/theme';
import { startI18n } from './i18n/i18n';

const colours = localStorageColorSchemeManager({ key: 'luutru.colours' });

async function start(): Promise<void> {
  await startI18n();
  const root = document.getElementById('root');
  if (!root) throw new Error('The page has no root');
  createRoot(root).render(
    <StrictMode>
      <MantineProvider theme={theme} colorSchemeManager={colours} defaultColorScheme="auto" getStyleNonce={styleNonce}>
        <QueryClientProvider client={queryClient}>
          <Notifications position="bottom-center" />
          <Suspense>
            <RouterProvider router={router} />
          </Suspense>
        </QueryClientProvider>
      </MantineProvider>
    </StrictMode>,
  );
  // A guest's phone comes once: it need not keep the console.
  if (window.location.pathname !== '/app/guest') await keepShell();
}

void start();
