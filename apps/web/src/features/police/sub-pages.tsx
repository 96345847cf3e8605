import { Button, Group } from '@mantine/core';
import { Link, useLocation } from '@tanstack/react-router';
import { may } from '../../api/session';
import { useSession } from '../../app/session-context';

export interface SubPage {
  readonly to: string;
  readonly label: string;
  readonly permission?: string;
}

/** The pages of one subject, beside each other. */
export function SubPages({ label, pages }: { label: string; pages: readonly SubPage[] }) {
  const { pathname } = useLocation();
  const session = useSession();
  const shown = pages.filter(({ permission }) => permission === undefined || may(session, permission));
  if (shown.length < 2) return null;
  return (
    <Group component="nav" aria-label={label} gap={4} className="no-print">
      {shown.map((page) => {
        const here = pathname.replace(/\/$/, '') === page.to;
        return (
          <Button
            key={page.to}
            component={Link}
            to={page.to}
            variant={here ? 'light' : 'subtle'}
            color={here ? 'pine' : 'gray'}
            c={here ? undefined : 'var(--mantine-color-text)'}
            size="sm"
            aria-current={here ? 'page' : undefined}
          >
            {page.label}
          </Button>
        );
      })}
    </Group>
  );
}
