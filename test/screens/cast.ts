import { stagePerson } from '../support/people.ts';

export const startedAt = Date.now() - 12 * 60_000 - 40_000;

export const ana = stagePerson(101, 'Ana Ferreira', 'host');
export const malik = stagePerson(107, 'Malik', 'cohost');
export const kerstin = stagePerson(103, 'Kerstin', 'speaker');
export const yuki = stagePerson(111, 'Yūki');
export const bea = stagePerson(115, 'Bea', 'listener');
export const tomas = stagePerson(117, 'Tomás', 'listener');
export const ravi = stagePerson(121, 'Ravi', 'listener');
