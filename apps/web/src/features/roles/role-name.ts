import { useTranslation } from 'react-i18next';

/** What a role is called; also those that only appear as who looked: the facility itself, a police system. */
export function useRoleName(): (role: string) => string {
  const { t, i18n } = useTranslation('roles');
  return (role) => (i18n.exists(`roles:${role}`) ? t(role) : role);
}
