import { Badge } from '@mantine/core';
import { useTranslation } from 'react-i18next';

const STATE_COLOURS: Readonly<Record<string, string>> = { overdue: 'red', cancelled: 'gray', in_house: 'pine' };
const STATUS_COLOURS: Readonly<Record<string, string>> = {
  verified: 'pine',
  mismatch: 'red',
  not_found: 'orange',
  failed: 'red',
};

/** The badge's colour helps, its text tells; the text keeps its contrast in both schemes. */
const text = { label: { color: 'light-dark(#1d2939, #f2f4f7)' } };

/**
 * Where the stay is in its life, in the words that users of the portal know.
 * @param label where nobody has a room to return
 */
export function StateBadge({ state, label }: { state: string; label?: string }) {
  const { t } = useTranslation('stays');
  return (
    <Badge variant="light" tt="none" color={STATE_COLOURS[state] ?? 'gray'} styles={text}>
      {label ?? t(`state.${state}`)}
    </Badge>
  );
}

/** What the national population database said. */
export function StatusBadge({ status }: { status: string }) {
  const { t } = useTranslation('stays');
  return (
    <Badge variant="dot" tt="none" color={STATUS_COLOURS[status] ?? 'gray'} styles={text}>
      {t(`status.${status}`)}
    </Badge>
  );
}
