import { may, type Session } from '../../api/session';

const KEY = 'luutru.wall';

/**
 * This browser is a wall screen: nobody is at it, and its session is kept alive by the screen (ADR 0037). Whatever else is
 * opened in it ends the session first.
 */
export const isWall = (): boolean => localStorage.getItem(KEY) !== null;

export const beginWall = (): void => localStorage.setItem(KEY, 'on');

/** The session has ended, or a person has come. */
export const forgetWall = (): void => localStorage.removeItem(KEY);

/** What must not be left unattended: looks at people, and powers over accounts and data. */
const ATTENDED: readonly string[] = [
  'person.search',
  'stay.inspect',
  'stay.read',
  'stay.declare',
  'alert.handle',
  'watch-list.manage',
  'account.manage',
  'authority-policy.manage',
];

/** Whether somebody's session may stand open before everybody who comes by. */
export const fitForWall = (session: Session): boolean => !ATTENDED.some((permission) => may(session, permission));
