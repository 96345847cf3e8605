import { List, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { type Column, RecordTable } from '../../lists/record-table';
import type { PolicyFacts } from './policy-facts';

interface Change {
  readonly field: string;
  readonly before: readonly string[];
  readonly after: readonly string[];
}

/** What is different; of lists only the entries that come and go. */
function changesOf(before: PolicyFacts, after: PolicyFacts): Change[] {
  return after.flatMap(({ field, lines }) => {
    const earlier = before.find((one) => one.field === field)?.lines ?? [];
    const gone = earlier.filter((line) => !lines.includes(line));
    const come = lines.filter((line) => !earlier.includes(line));
    return gone.length + come.length === 0 ? [] : [{ field, before: gone, after: come }];
  });
}

/** Two policies side by side, where they differ. */
export function PolicyDiff({ before, after }: { before: PolicyFacts; after: PolicyFacts }) {
  const { t } = useTranslation('admin');
  const changes = changesOf(before, after);
  if (changes.length === 0) return <Text>{t('policies.same')}</Text>;
  const columns: Column<Change>[] = [
    { key: 'field', header: t('policies.field'), cell: ({ field }) => field },
    { key: 'before', header: t('policies.before'), cell: (change) => <Lines lines={change.before} mark="−" /> },
    { key: 'after', header: t('policies.after'), cell: (change) => <Lines lines={change.after} mark="+" /> },
  ];
  return <RecordTable caption={t('policies.compare')} rows={changes} columns={columns} rowKey={({ field }) => field} />;
}

function Lines({ lines, mark }: { lines: readonly string[]; mark: string }) {
  const { t } = useTranslation('admin');
  const said = lines.filter((line) => line !== '');
  if (said.length === 0) {
    return (
      <Text size="sm" c="dimmed">
        {t('policies.nothing')}
      </Text>
    );
  }
  return (
    <List size="sm" listStyleType="none">
      {said.map((line) => (
        <List.Item key={line}>
          {mark} {line}
        </List.Item>
      ))}
    </List>
  );
}

/** All that a policy says. */
export function PolicyText({ facts }: { facts: PolicyFacts }) {
  const { t } = useTranslation('admin');
  const columns: Column<PolicyFacts[number]>[] = [
    { key: 'field', header: t('policies.field'), cell: ({ field }) => field },
    { key: 'lines', header: t('policies.after'), cell: ({ lines }) => lines.join('; ') || t('policies.nothing') },
  ];
  return (
    <RecordTable
      caption={t('policies.inForce')}
      rows={facts}
      columns={columns.map((column) =>
        column.key === 'lines' ? { ...column, header: t('policies.inForce') } : column,
      )}
      rowKey={({ field }) => field}
    />
  );
}
