import { provenPerson } from './proven-person';

const claims = {
  personal_number: '049190000123',
  name: 'Trần Thị Bình',
  acr: 'urn:luutru:acr:2',
  amr: ['pwd', 'otp'],
};

describe('the person an ID token proves', () => {
  it('is known by number and name, and how surely', () => {
    expect(provenPerson(claims)).toEqual({ personalNumber: '049190000123', fullName: 'Trần Thị Bình', strong: true });
    expect(provenPerson({ ...claims, acr: 'urn:luutru:acr:1', amr: ['pwd'] })?.strong).toBe(false);
  });

  it('counts as strong only when level and methods agree', () => {
    expect(provenPerson({ ...claims, amr: ['pwd'] })?.strong).toBe(false);
    expect(provenPerson({ ...claims, amr: 'otp' })?.strong).toBe(false);
    expect(provenPerson({ ...claims, acr: 'urn:luutru:acr:1' })?.strong).toBe(false);
  });

  it.each([
    { personal_number: undefined },
    { personal_number: '04919000012' },
    { personal_number: 49190000123 },
    { personal_number: '049190000123\n' },
    { name: ' ' },
    { name: undefined },
    { acr: undefined },
    { acr: 'urn:luutru:acr:3' },
    { acr: ['urn:luutru:acr:2'] },
  ])('is nobody with %j', (wrong) => expect(provenPerson({ ...claims, ...wrong })).toBeNull());
});
