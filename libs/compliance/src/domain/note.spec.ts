import { checkNote, mayAct, NOTE_ACTIONS, type NoteInput } from './note';

const context = {
  today: '2026-11-25',
  knows: (code: string) => /^(dung-quy-dinh|khong-khai-bao|khai-muon)$/.test(code),
};
const right: NoteInput = {
  visitedOn: '2026-11-24',
  findings: ['khong-khai-bao'],
  notDeclared: 3,
  text: ' Kiểm tra đêm ',
};
const faults = (over: NoteInput): string[] => {
  const checked = checkNote({ ...right, ...over }, context);
  return 'issues' in checked ? checked.issues.map(({ pointer, code }) => `${pointer} ${code}`) : [];
};

describe('checkNote', () => {
  it('takes what is right', () => {
    expect(checkNote(right, context)).toEqual({
      note: { visitedOn: '2026-11-24', findings: ['khong-khai-bao'], notDeclared: 3, text: 'Kiểm tra đêm' },
    });
    expect(faults({ findings: ['dung-quy-dinh'], notDeclared: 0 })).toEqual([]);
    expect(faults({ findings: ['khai-muon'], notDeclared: undefined })).toEqual([]);
  });

  it.each<[NoteInput, string[]]>([
    [{ visitedOn: undefined }, ['/visitedOn field-required']],
    [{ visitedOn: '2026-11-26' }, ['/visitedOn visit-in-future']],
    [{ visitedOn: '2025-11-01' }, ['/visitedOn visit-too-long-ago']],
    [{ findings: [] }, ['/findings field-required']],
    [{ findings: ['khong-khai-bao', 'bia'] }, ['/findings/1 code-unknown']],
    [{ text: '  ' }, ['/text field-required']],
    [{ findings: ['dung-quy-dinh', 'khai-muon'], notDeclared: 0 }, ['/findings findings-contradict']],
    [{ findings: ['dung-quy-dinh'] }, ['/findings findings-contradict']],
    [{ findings: ['khai-muon'] }, ['/notDeclared findings-contradict']],
  ])('%j', (over, wanted) => {
    expect(faults(over)).toEqual(wanted);
  });
});

describe('mayAct', () => {
  it('lets nothing happen to a withdrawn note, and a note be shared once', () => {
    const states = [false, true].flatMap((withdrawn) => [false, true].map((shared) => ({ shared, withdrawn })));
    const table = states.map((state) => NOTE_ACTIONS.filter((action) => mayAct(state, action)));
    expect(table).toEqual([['revise', 'share', 'withdraw'], ['revise', 'withdraw'], [], []]);
  });
});
