import { Group, Stack, Text, Title } from '@mantine/core';
import { type ReactNode, useEffect, useRef } from 'react';

interface PageProps {
  readonly title: string;
  readonly hint?: ReactNode;
  /** Buttons of the page, beside the title. */
  readonly actions?: ReactNode;
  /** The page puts the focus somewhere itself. */
  readonly ownFocus?: boolean;
  readonly children: ReactNode;
}

/** A page: its title, which is also the browser's, takes the focus when the person comes here. */
export function Page({ title, hint, actions, ownFocus = false, children }: PageProps) {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    document.title = `${title} · Luutru`;
  }, [title]);
  useEffect(() => {
    if (!ownFocus) heading.current?.focus({ preventScroll: true });
  }, [ownFocus]);
  return (
    <Stack gap="md" className="page">
      <Group justify="space-between" align="flex-start" gap="xs">
        <div>
          <Title order={1} size="h2" ref={heading} tabIndex={-1} className="quiet-focus">
            {title}
          </Title>
          {hint !== undefined && (
            <Text c="dimmed" size="sm">
              {hint}
            </Text>
          )}
        </div>
        {actions !== undefined && <Group gap="xs">{actions}</Group>}
      </Group>
      {children}
    </Stack>
  );
}
