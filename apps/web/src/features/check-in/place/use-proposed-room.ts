import { type RefObject, useLayoutEffect, useRef, useState } from 'react';
import type { Facility } from '../../../api/facility';
import { useFreeRooms } from '../../stays/occupancy';

interface ProposedRoomOptions {
  /** What stands in the field. */
  readonly room: string;
  readonly roomField: RefObject<HTMLElement | null>;
  readonly onProposal: (room: string) => void;
}

/**
 * Proposes the first free room once guests are at the desk. They may be there before it is known which rooms are free: the
 * proposal follows, unless a room is entered meanwhile.
 */
export function useProposedRoom(facility: Facility, { room, roomField, onProposal }: ProposedRoomOptions) {
  const { rooms: freeRooms, asking, known } = useFreeRooms(facility);
  const [isDue, setDue] = useState(false);
  const isNew = useRef(false);
  useLayoutEffect(() => {
    if (!isDue || (asking && room === '')) return;
    setDue(false);
    const [first] = freeRooms;
    if (room !== '' || first === undefined) return;
    isNew.current = true;
    onProposal(first);
  });
  useLayoutEffect(() => {
    if (!isNew.current || room === '') return;
    isNew.current = false;
    // Who is about to type another room replaces the proposal, as when it was there before they came to the field.
    const field = document.activeElement;
    if (field === roomField.current && field instanceof HTMLInputElement) field.select();
  }, [room, roomField]);
  return {
    freeRooms,
    /** A proposal will still come. */
    isDue,
    /** Nobody is in the room that is proposed, as far as is known. */
    isFree: known,
    guestsCame: () => setDue(facility.rooms.length > 0),
    /** None is wanted: a room was entered, or left empty on purpose. */
    drop: () => setDue(false),
  };
}
